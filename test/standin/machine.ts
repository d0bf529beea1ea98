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

export type FreshElectron = Awaited<ReturnType<typeof freshElectron>>;

/** Values that the types forbid, as plain JavaScript could pass them. */
export const wrongly = <T>(value: unknown): T => value as T;
