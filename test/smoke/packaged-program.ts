import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** The folder that electron-builder packed into, from the environment; `null`: the stand-in is looked at instead. */
export const packagedFolder = (): string | null => process.env.BUOY_PACKAGED || null;

const programs: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['mac-universal', 'mac-arm64', 'mac'].map((folder) => `${folder}/Buoy.app/Contents/MacOS/Buoy`),
  win32: ['win-unpacked\\Buoy.exe', 'win-arm64-unpacked\\Buoy.exe'],
  linux: ['linux-unpacked/buoy', 'linux-arm64-unpacked/buoy'],
};

/** The unpacked program in that folder. Throws with all that were looked for. */
export function packagedProgram(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  isThere: (path: string) => boolean = existsSync,
): string {
  const { resolve } = platform === 'win32' ? win32 : posix;
  const candidates = (programs[platform] ?? []).map((program) => resolve(folder, program));
  const found = candidates.find(isThere);
  if (found === undefined) throw new Error(`No packaged Buoy: there is none of ${candidates.join(', ')}`);
  return found;
}
