import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { requireFromBuilder } from './builder.ts';

/** The mark before the fuses in Electron's executable. https://www.electronjs.org/docs/latest/tutorial/fuses */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseVersion = 1;
const fuses = '101101011';
const fuseWire = Buffer.concat([
  Buffer.from(fuseMark),
  Buffer.from([fuseVersion, fuses.length]),
  Buffer.from(fuses),
  Buffer.alloc(64),
]);

/**
 * A folder that electron-builder takes for Electron's distribution, for all three systems at once: executables with fuses to
 * flip, and what else it edits on its way. None of it can be started; it shows what would be packed around the real one.
 */
export function writePretendElectron(folder: string): void {
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(resolve(folder, path)), { recursive: true });
    writeFileSync(resolve(folder, path), content, { mode: 0o755 });
  };
  write('electron', fuseWire);
  write('electron.exe', windowsExecutable());
  for (const [app, name] of [
    ['Electron.app', 'Electron'],
    ['Electron.app/Contents/Frameworks/Electron Helper.app', 'Electron Helper'],
  ]) {
    write(`${app}/Contents/Info.plist`, propertyList(name ?? ''));
    write(`${app}/Contents/MacOS/${name}`, '');
  }
  write('Electron.app/Contents/Frameworks/Electron Framework.framework/Electron Framework', fuseWire);
}

const propertyList = (name: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string></dict></plist>`;

interface Executable {
  setExtraData(bytes: Uint8Array): void;
  generate(): ArrayBuffer;
}
interface ResourceEditor {
  NtExecutable: { createEmpty(): Executable };
  NtExecutableResource: { from(executable: Executable): { entries: unknown[]; outputResource(executable: Executable): void } };
  Resource: {
    VersionInfo: {
      createEmpty(): {
        setStringValues(language: { lang: number; codepage: number }, values: Record<string, string>): void;
        outputToResourceEntries(entries: unknown[]): void;
      };
    };
  };
}

/** electron-builder adds the hash of app.asar to the resources of an executable that has a version in one language. */
function windowsExecutable(): Buffer {
  const { NtExecutable, NtExecutableResource, Resource }: ResourceEditor = requireFromBuilder('resedit');
  const executable = NtExecutable.createEmpty();
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 0x0409, codepage: 1200 }, { FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  executable.setExtraData(fuseWire);
  return Buffer.from(executable.generate());
}
