/**
 * Builds Buoy and packages it with electron-builder for this system. Arguments go to electron-builder: `npm run package --
 * --dir` stops at the unpacked folder, and `-- --publish always` uploads to a draft release.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from '../build/build.ts';
import { modules, root } from '../setup/folders.mjs';

const given = process.argv.slice(2);
const isPublishChosen = given.some((argument) => argument === '--publish' || argument === '-p');

try {
  await build();
  const args = [resolve(modules, 'electron-builder/cli.js'), ...(isPublishChosen ? [] : ['--publish', 'never']), ...given];
  const builder = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  process.exitCode = await new Promise<number>((settle) => builder.on('close', (code) => settle(code ?? 1)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
