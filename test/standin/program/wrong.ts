/** Programs that are wrong, each in one way, which its first argument names: for tests of what the stand-in refuses. */
import { fork, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';

const here = import.meta.filename;

const deeds: Record<string, () => unknown> = {
  'writes into its bundle': () => writeFile(join(import.meta.dirname, 'written.txt'), 'x').catch(() => {}),
  'forks itself as Node': () => fork(here),
  'starts its own executable': () => spawn(process.execPath, [here]),
};

app.on('window-all-closed', () => {});
void app.whenReady().then(() => deeds[process.argv[2] ?? '']?.());
