/** `npm run check`: types, lint, unused code. `-- --write` first makes lint's import rules and then fixes what lint can fix. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../setup/folders.mjs';
import { lintImports, lintImportsFile } from './lint-imports.ts';
import { runChecks } from './run-checks.ts';
import { checkSteps } from './steps.ts';

const isWriting = process.argv.includes('--write');
if (isWriting) writeFileSync(resolve(root, lintImportsFile), lintImports());
const results = await runChecks(checkSteps({ isWriting }));
const failed = results.filter((result) => !result.isPassed);
console.log(failed.length === 0 ? 'All checks passed.' : `${failed.length} of ${results.length} checks failed.`);
if (failed.length > 0) process.exitCode = 1;
