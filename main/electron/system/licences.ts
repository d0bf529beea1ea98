import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shell } from 'electron';
import { hostWords } from '../../core/words/host.ts';

/** Inside the package, which other programs cannot read. */
const files = ['LICENSE', 'NOTICE', 'out/electron/third-party-licenses.md', 'out/renderer/third-party-licenses.md'];

/**
 * Writes all licences into one text in Buoy's folder and opens it.
 * @param root where the package's files are
 * @returns whether it could be written and a program opened it
 */
export async function openLicences(root: string, folder: string): Promise<boolean> {
  const path = join(folder, 'licences.txt');
  try {
    const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
    await writeFile(path, [...texts, hostWords.licencesOfElectron(dirname(process.execPath))].join('\n\n'), { mode: 0o600 });
  } catch {
    return false;
  }
  return (await shell.openPath(path)) === '';
}
