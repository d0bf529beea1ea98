import { describe, expect, it } from 'vitest';
import {
  closeCommand,
  findSecretCommand,
  memoryCommand,
  memoryMb,
  removeSecretCommand,
  screenCommand,
} from './desktop/system-commands.ts';
import { packagedProgram } from './packaged-program.ts';

describe('the packaged program', () => {
  it.each([
    ['linux', '/dist', '/dist/linux-unpacked/buoy'],
    ['darwin', '/dist', '/dist/mac-universal/Buoy.app/Contents/MacOS/Buoy'],
    ['darwin', '/dist', '/dist/mac-arm64/Buoy.app/Contents/MacOS/Buoy'],
    ['win32', 'D:\\a\\buoy\\dist', 'D:\\a\\buoy\\dist\\win-unpacked\\Buoy.exe'],
  ] as const)('is found on %s in %s at %s', (platform, folder, program) => {
    expect(packagedProgram(folder, platform, (path) => path === program)).toBe(program);
  });

  it('is asked for by all the places where it could be, if it is in none', () => {
    expect(() => packagedProgram('/dist', 'linux', () => false)).toThrow(
      '/dist/linux-unpacked/buoy, /dist/linux-arm64-unpacked/buoy',
    );
  });
});

describe("the systems' own tools", () => {
  it('name the process, the file or the entry that they are for, and need no shell', () => {
    expect(closeCommand('win32', 42).at(-1)).toContain('Get-Process -Id 42');
    expect(closeCommand('darwin', 42).at(-1)).toContain('whose unix id is 42');
    expect(screenCommand('linux', '/x/a b.png').at(-1)).toBe('/x/a b.png');
    expect(screenCommand('darwin', '/x/a b.png').at(-1)).toBe('/x/a b.png');
    expect(screenCommand('win32', "C:\\it's\\a.png").at(-1)).toContain("Save('C:\\it''s\\a.png'");
    expect(findSecretCommand('win32', 'token/c1')).toEqual(['cmdkey.exe', '/list:Buoy/token/c1']);
    expect(removeSecretCommand('win32', 'token/c1')).toEqual(['cmdkey.exe', '/delete:Buoy/token/c1']);
    expect(removeSecretCommand('darwin', 'token/c1')).toEqual(expect.arrayContaining(['-s', 'Buoy', '-a', 'token/c1']));
    expect(findSecretCommand('darwin', 'token/c1')).toEqual(expect.arrayContaining(['-s', 'Buoy', '-a', 'token/c1']));
  });

  it('count memory in bytes on Windows and in kilobytes elsewhere', () => {
    expect(memoryCommand('linux', 42)).toEqual(['ps', '-o', 'rss=', '-p', '42']);
    expect(memoryMb('linux', '  2048\n')).toBe(2);
    expect(memoryMb('win32', '2097152\r\n')).toBe(2);
  });
});
