import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../../..');
const copied = ['main', 'preload', 'renderer', 'scripts', 'assets/generated', 'test/hosts/dev', 'package.json', 'tsconfig.json'];

/** A copy of the sources that a test can change, with the packages of the original. */
export interface WorkingCopy {
  folder: string;
  /** Replaces `text` in a file. The file must contain it. */
  edit(path: string, text: string, replacement: string): void;
  /** Undoes all edits. */
  restore(): void;
}

export function makeWorkingCopy(): WorkingCopy {
  const folder = temporaryFolder();
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(join(folder, 'home'));
  const edited = new Set<string>();
  return {
    folder,
    edit(path, text, replacement) {
      const before = readFileSync(join(folder, path), 'utf8');
      if (!before.includes(text)) throw new Error(`${path} has no ${text}`);
      writeFileSync(join(folder, path), before.replace(text, replacement));
      edited.add(path);
    },
    restore() {
      for (const path of edited) cpSync(join(root, path), join(folder, path));
    },
  };
}

/** A free port whose next port is free too. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = await freePort(0);
    if (first !== null && (await freePort(first + 1)) !== null) return first;
  }
}

function freePort(wanted: number): Promise<number | null> {
  return new Promise((settle) => {
    const server = createServer().once('error', () => settle(null));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
