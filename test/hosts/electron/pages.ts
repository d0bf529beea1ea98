import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageHost } from '../../../main/electron/windows/page-window.ts';
import type { Machine } from './machine.ts';

export interface Pages {
  host: PageHost;
  listening: Set<unknown>;
  navigated: string[];
}

/** What windows need, over a renderer of one file. A page counts as listening once its contents are in `listening`. */
export async function makePages(machine: Machine): Promise<Pages> {
  const { platform } = machine;
  const folder = join(machine.home, 'renderer');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Buoy</title>');
  writeFileSync(join(machine.home, 'preload.cjs'), '');
  const { session } = await import('electron');
  const { servePages } = await import('../../../main/electron/windows/protocol.ts');
  const { denyPermissions } = await import('../../../main/electron/windows/guards.ts');
  denyPermissions(session.defaultSession);
  servePages(session.defaultSession, { folder, styleNonce: 'nonce' });
  const listening = new Set<unknown>();
  const navigated: string[] = [];
  return {
    listening,
    navigated,
    host: {
      platform,
      preload: join(machine.home, 'preload.cjs'),
      styleNonce: 'nonce',
      icon: join(import.meta.dirname, '../../../assets/generated/app/icon.png'),
      isPackaged: false,
      clock: machine.clock,
      log: machine.log,
      isListening: (contents) => listening.has(contents),
      navigate: (_contents, route) => void navigated.push(route),
    },
  };
}
