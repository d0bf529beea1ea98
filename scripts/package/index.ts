/**
 * Builds Buoy and packages it with electron-builder for this system. Arguments go to electron-builder: `npm run package --
 * --dir` stops at the unpacked folder, and `-- --publish always` uploads to a draft release.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from '../build/build.ts';
import { modules, root } from '../setup/folders.mjs';
import { signingOf } from './signing.ts';

const given = process.argv.slice(2);
const isPublishChosen = given.some((argument) => argument === '--publish' || argument === '-p');

try {
  await build();
  const { variables, without, args: signing, appleKey } = signingOf(process.platform, process.env);
  const keyFolder = appleKey === null ? null : mkdtempSync(join(tmpdir(), 'buoy-key-'));
  const env = { ...process.env, ...variables };
  for (const name of without) delete env[name];
  if (keyFolder !== null && appleKey !== null) {
    env.APPLE_API_KEY = join(keyFolder, 'key.p8');
    writeFileSync(env.APPLE_API_KEY, appleKey, { mode: 0o600 });
  }
  try {
    const publish = isPublishChosen ? [] : ['--publish', 'never'];
    const args = [resolve(modules, 'electron-builder/cli.js'), ...publish, ...signing, ...given];
    const builder = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    process.exitCode = await new Promise<number>((settle) => builder.on('close', (code) => settle(code ?? 1)));
  } finally {
    if (keyFolder !== null) rmSync(keyFolder, { recursive: true, force: true });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
