import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { root } from '../architecture/source-files.ts';
import { writePretendElectron } from './pretend-electron.ts';

/** A package that electron-builder makes: where its parts are in the output folder, and whose binary of the keychain it holds. */
export interface Packed {
  name: string;
  /** What starts Buoy; on macOS the application, which is a folder. */
  program: string;
  resources: string;
  /** Folders of keytar's binaries, named by system and processor. */
  binaries: string[];
}

const flat = (name: string, folder: string, program: string): Packed => ({
  name,
  program: `${folder}/${program}`,
  resources: `${folder}/resources`,
  binaries: [name],
});
/** One half of the universal package: both are the same before Electron itself differs. */
const half = (name: string, folder: string): Packed => ({
  name,
  program: `${folder}/Buoy.app`,
  resources: `${folder}/Buoy.app/Contents/Resources`,
  binaries: ['darwin-arm64', 'darwin-x64'],
});

export const everyPackage: readonly Packed[] = [
  flat('linux-x64', 'linux-unpacked', 'buoy'),
  flat('linux-arm64', 'linux-arm64-unpacked', 'buoy'),
  flat('win32-x64', 'win-unpacked', 'Buoy.exe'),
  flat('win32-arm64', 'win-arm64-unpacked', 'Buoy.exe'),
  half('darwin-x64', 'mac'),
  half('darwin-arm64', 'mac-arm64'),
];

/** Packs Buoy as it is built for all systems into `folder`. Takes some eight seconds; throws with the packer's own words. */
export const packAll = (folder: string): void =>
  pack(folder, ['--linux', 'dir', '--win', 'dir', '--mac', 'dir', '--x64', '--arm64']);

/** The same for this machine's processor on Linux alone. Returns the folder of its resources. */
export function packOne(folder: string): string {
  pack(folder, ['--linux', 'dir', process.arch === 'arm64' ? '--arm64' : '--x64']);
  const made = everyPackage.find(({ name }) => name === `linux-${process.arch}`);
  return resolve(folder, made?.resources ?? '');
}

function pack(folder: string, targets: readonly string[]): void {
  writePretendElectron(resolve(folder, 'electron'));
  const places = [`-c.electronDist=${resolve(folder, 'electron')}`, `-c.directories.output=${folder}`];
  const cli = resolve(root, 'node_modules/electron-builder/cli.js');
  const args = [cli, ...targets, '--publish', 'never', ...places];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
}

/** Paths of the files in the archive, sorted. */
export function filesIn(asar: string): string[] {
  const paths = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
  return paths.filter((path) => 'size' in statFile(asar, path)).sort();
}

/** What a package has to hold, by what lies in the repository and in `out`. */
export function wantedFiles(binaries: readonly string[]): string[] {
  const keytar = ['package.json', 'LICENSE.md', 'lib/keytar.js', ...binaries.map((name) => `prebuilds/${name}/keytar.node`)];
  const patterns = ['out/{electron,renderer}/**', 'assets/generated/tray/**'];
  return [
    ...['package.json', 'LICENSE', 'NOTICE', 'assets/generated/app/icon.png', 'out/preload/electron.cjs'],
    ...globSync(patterns, { cwd: root, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [relative(root, resolve(entry.parentPath, entry.name)).replaceAll('\\', '/')] : [],
    ),
    ...keytar.map((name) => `node_modules/@github/keytar/${name}`),
  ].sort();
}

/** By the first bytes of the format, and the number it gives the processor. */
const machines: Record<string, string> = {
  'ELF 62': 'linux-x64',
  'ELF 183': 'linux-arm64',
  'PE 34404': 'win32-x64',
  'PE 43620': 'win32-arm64',
  'Mach-O 16777223': 'darwin-x64',
  'Mach-O 16777228': 'darwin-arm64',
};

/** System and processor for which a library was compiled, by its header; format and number where these are unknown. */
export function machineOf(path: string): string {
  const bytes = readFileSync(path);
  const machine =
    bytes.toString('latin1', 1, 4) === 'ELF'
      ? `ELF ${bytes.readUInt16LE(18)}`
      : bytes.toString('latin1', 0, 2) === 'MZ'
        ? `PE ${bytes.readUInt16LE(bytes.readUInt32LE(60) + 4)}`
        : `Mach-O ${bytes.readUInt32LE(4)}`;
  return machines[machine] ?? machine;
}

/** Why packing for all systems cannot be tried here, or `null`. Windows cannot pack for macOS, and macOS would sign. */
export function whyNoPacking(): string | null {
  return process.platform === 'linux' ? null : 'only Linux packs for all systems without signing';
}
