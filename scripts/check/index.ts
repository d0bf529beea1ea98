import { runChecks } from './run-checks.ts';

const results = await runChecks();
const failed = results.filter((result) => !result.isPassed);
console.log(failed.length === 0 ? 'All checks passed.' : `${failed.length} of ${results.length} checks failed.`);
if (failed.length > 0) process.exitCode = 1;
