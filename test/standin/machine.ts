import { vi } from 'vitest';
import { temporaryFolder } from '../doubles/temporary-folder.ts';
import { type StandinProfile, setProfile } from './profile.ts';

/** A fresh Electron of the stand-in, with what tests need to look behind it. */
export async function freshElectron(profile: Partial<StandinProfile> = {}, isReady = true) {
  vi.resetModules();
  const home = temporaryFolder();
  setProfile({ home, ...profile });
  const electron = await import('./electron.ts');
  const { controls } = await import('./control.ts');
  const { paper, paperRests } = await import('./pages/paper-pages.ts');
  const { answerFromProtocol } = await import('./session/protocol.ts');
  if (isReady) controls.becomeReady();
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      await paperRests();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await settle();
  return { ...electron, controls, paper, answerFromProtocol, settle, home };
}

/** The same, ready to show `app://bundle/`: its scheme is declared, permissions are refused, and pages come from memory. */
export async function electronWithPages(profile: Partial<StandinProfile> = {}) {
  const electron = await freshElectron(profile, false);
  electron.protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  electron.controls.becomeReady();
  electron.app.on('window-all-closed', () => {});
  const { defaultSession } = electron.session;
  defaultSession.setPermissionRequestHandler(() => {});
  defaultSession.setPermissionCheckHandler(() => false);
  const headers = { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" };
  defaultSession.protocol.handle('app', () => new Response('x', { headers }));
  return electron;
}

export type FreshElectron = Awaited<ReturnType<typeof freshElectron>>;

/** Values that the types forbid, as plain JavaScript could pass them. */
export const wrongly = <T>(value: unknown): T => value as T;
