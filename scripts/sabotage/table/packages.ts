import type { Mutation } from '../mutation.ts';

const config = 'electron-builder.yml';
const suites = ['packages'] as const;

/** What is packed, and how it is signed. */
export const packageRows: readonly Mutation[] = [
  {
    id: 'package-fuse',
    rule: 'the executable can be run as Node',
    file: config,
    pattern: 'runAsNode: false',
    replacement: 'runAsNode: true',
    suites,
  },
  {
    id: 'package-integrity',
    rule: 'the archive is not checked at the start',
    file: config,
    pattern: 'enableEmbeddedAsarIntegrityValidation: true',
    replacement: 'enableEmbeddedAsarIntegrityValidation: false',
    suites,
  },
  {
    id: 'package-native',
    rule: 'the native module is inside the archive, where it cannot be loaded',
    file: config,
    // Without its pattern, electron-builder would still find it by its content.
    pattern: /asar: true\nasarUnpack:\n\s+- .*\n/,
    replacement: 'asar:\n  smartUnpack: false\n',
    suites,
  },
  {
    id: 'package-preload',
    rule: 'the preload is not packed',
    file: config,
    pattern: '  - out/preload/electron.cjs\n',
    replacement: '',
    suites,
  },
  {
    id: 'package-icons',
    rule: "the tray's icons are not packed",
    file: config,
    pattern: '  - assets/generated/tray/**\n',
    replacement: '',
    suites,
  },
  {
    id: 'package-shortcut',
    rule: 'Windows gets no shortcut, which toasts need',
    file: config,
    pattern: 'createStartMenuShortcut: true',
    replacement: 'createStartMenuShortcut: false',
    suites,
  },
  {
    id: 'package-desktop-name',
    rule: 'the Linux desktop file is not the one that the program names',
    file: 'package.json',
    pattern: '"desktopName": "io.github.buoy.Buoy.desktop"',
    replacement: '"desktopName": "buoy.desktop"',
    suites,
  },
  {
    id: 'package-login-icon',
    rule: 'the start at login names an icon that no package installs',
    file: config,
    pattern: 'executableName: buoy',
    replacement: 'executableName: buoy-tray',
    suites,
  },
  {
    id: 'package-ad-hoc',
    rule: 'an unsigned Mac package with flipped fuses is not signed again',
    file: 'scripts/package/signing.ts',
    pattern: "platform === 'darwin' && !isSigned ? [",
    replacement: "platform === 'darwin' && isSigned ? [",
    suites: ['units'],
  },
  {
    id: 'package-empty-secret',
    rule: 'an empty CSC_LINK is passed on, and read as a path',
    file: 'scripts/package/signing.ts',
    pattern: 'signingNames.filter((name) => !env[name] || ',
    replacement: 'signingNames.filter((name) => env[name] === undefined || ',
    suites: ['units'],
  },
  {
    id: 'package-key-file',
    rule: "the text of Apple's key is given where its path is wanted",
    file: 'scripts/package/signing.ts',
    pattern: "key.includes('-----BEGIN') ? key : null",
    replacement: "key === '-----BEGIN' ? key : null",
    suites: ['units'],
  },
];
