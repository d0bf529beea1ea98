import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { conversionFailure, needKnownOptions } from '../strict.ts';
import { needImage } from '../tray/native-image.ts';
import { world } from '../world.ts';

const windowOptions = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'icon',
  'frame',
  'resizable',
  'movable',
  'minimizable',
  'maximizable',
  'fullscreenable',
  'skipTaskbar',
  'alwaysOnTop',
  'type',
  'autoHideMenuBar',
  'webPreferences',
  'backgroundColor',
];
const preferenceNames = [
  'preload',
  'additionalArguments',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'webviewTag',
  'spellcheck',
  'devTools',
];

/** The options of a window, checked as strictly as Electron's security checklist asks. */
export function checkWindowOptions(options: BrowserWindowConstructorOptions) {
  needKnownOptions('BrowserWindow', options, windowOptions);
  const preferences = checkPreferences(options.webPreferences ?? {});
  if (options.icon !== undefined) needImage(options.icon);
  if (options.type === 'panel' && world.profile.platform !== 'darwin') throw new Error('stand-in: only macOS has panels');
  const { width = 800, height = 600, x = 0, y = 0 } = options;
  for (const [index, value] of [width, height, x, y].entries()) if (!Number.isInteger(value)) throw conversionFailure(index);
  return { preferences, bounds: { x, y, width, height } };
}

function checkPreferences(preferences: WebPreferences): WebPreferences {
  if (preferences.webSecurity === false) throw new Error('stand-in: webSecurity must stay on');
  needKnownOptions('WebPreferences', preferences, preferenceNames);
  if (preferences.nodeIntegration === true) throw new Error('stand-in: nodeIntegration turns the sandbox off');
  if (preferences.sandbox === false || preferences.contextIsolation === false)
    throw new Error('stand-in: pages are sandboxed and isolated');
  if (preferences.webviewTag === true) throw new Error('stand-in: a page embeds no other');
  if (preferences.preload !== undefined && preferences.spellcheck !== false)
    throw new Error('stand-in: the spell checker is on unless it is switched off, and downloads its dictionaries');
  if (preferences.preload !== undefined && world.profile.isPackaged && preferences.devTools !== false)
    throw new Error('stand-in: developer tools are on unless they are switched off, in packages too');
  if (preferences.preload !== undefined && !isAbsolute(preferences.preload)) {
    throw new Error('stand-in: a relative preload is only logged, and then no preload runs');
  }
  return preferences;
}

/** A preload that cannot be read is an event of its page. It is not an error here. */
export function readPreload(path: string | undefined): { preload: string | null; preloadFailure: string | null } {
  if (path === undefined) return { preload: null, preloadFailure: null };
  try {
    return { preload: readFileSync(path, 'utf8'), preloadFailure: null };
  } catch (error) {
    return { preload: null, preloadFailure: String(error) };
  }
}
