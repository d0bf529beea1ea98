import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The mark before the fuses in Electron's executable. https://www.electronjs.org/docs/latest/tutorial/fuses */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseVersion = 1;
const fuseCount = 9;

/**
 * A folder that electron-builder takes for Electron on Linux: an executable with fuses to flip. It cannot be started. On
 * machines without the real Electron, it shows what would be packaged around it.
 */
export function writePretendElectron(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const fuses = Buffer.concat([Buffer.from([fuseVersion, fuseCount]), Buffer.from('101101011')]);
  writeFileSync(resolve(folder, 'electron'), Buffer.concat([Buffer.from(fuseMark), fuses, Buffer.alloc(64)]), { mode: 0o755 });
}
