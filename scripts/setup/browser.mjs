import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, posix, resolve, win32 } from 'node:path';
import { apt, hasApt } from './apt.mjs';
import { modules } from './folders.mjs';
import { say, timed } from './say.mjs';

const command = hasApt() ? 'apt-get install chromium' : 'npx playwright install --with-deps chromium';

/**
 * Finds a Chromium, Chrome or Edge, or installs one, for everything that needs a browser. If there is none, one line says so
 * and the task continues without: it reports what it had to skip.
 * @returns {Record<string, string>} BUOY_BROWSER with the executable, or nothing
 */
export function prepareBrowser() {
  const found = findBrowser() ?? download() ?? fromDebian();
  if (found) return { BUOY_BROWSER: found };
  say(
    `No browser: none is installed and none could be downloaded, so tests in a browser cannot run. \`${command}\` installs one.`,
  );
  return {};
}

/**
 * The first installed browser of the Chromium family. BUOY_BROWSER names another.
 * @returns {string | null} path of its executable
 */
export function findBrowser() {
  const named = process.env.BUOY_BROWSER;
  if (named) return existsSync(named) ? named : null;
  return [...installedPaths(), ...downloaded()].find((path) => existsSync(path)) ?? null;
}

/**
 * Where browsers of the Chromium family are installed on a machine, the preferred ones first.
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string }} machine
 * @returns {string[]}
 */
export function installedPaths({ platform, env, home } = { platform: process.platform, env: process.env, home: homedir() }) {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', `${home}/Applications`].flatMap((folder) =>
      names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = env;
    const names = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return [PROGRAMFILES, x86, LOCALAPPDATA].flatMap((folder) => (folder ? names.map((name) => win32.join(folder, name)) : []));
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** Playwright's own Chromium, newest first. @returns {string[]} */
function downloaded() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? playwrightFolder();
  const inside = {
    darwin: ['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].map(
      (name) => `${name}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    ),
    win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
    linux: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
  }[/** @type {'darwin' | 'win32' | 'linux'} */ (process.platform)];
  if (!inside || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => inside.map((path) => join(folder, name, path)));
}

function playwrightFolder() {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright');
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright');
}

/** @returns {string | null} */
function download() {
  const cli = resolve(modules, 'playwright/cli.js');
  say('No browser is installed. Downloading Chromium for the tests …');
  const start = performance.now();
  const args = [cli, 'install', '--no-shell', 'chromium'];
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  const isDone = spawnSync(process.execPath, args, { stdio: 'ignore', env, timeout: 240_000 }).status === 0;
  const path = isDone ? (downloaded().find((candidate) => existsSync(candidate)) ?? null) : null;
  // On a bare Linux the download cannot start, because the system's libraries are missing.
  if (path === null || !canStart(path)) return null;
  say(`Installed Chromium in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return path;
}

/** @param {string} path */
function canStart(path) {
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** @returns {string | null} */
function fromDebian() {
  if (!hasApt()) return null;
  try {
    return timed('Chromium from Debian', () => {
      if (apt(['chromium'])) return findBrowser();
      throw new Error('apt-get could not install chromium.');
    });
  } catch {
    return null;
  }
}
