import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { modules } from '../setup/folders.mjs';

const folder = resolve(modules, 'electron');

interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  getuid?: (() => number) | undefined;
}

/** Why Electron cannot run on this machine, as half a sentence; `null` if no reason is known. */
export function whyNoElectron({ platform, env, getuid }: Machine): string | null {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display for a window.';
  // Electron's sandbox refuses root, and Buoy never runs without that sandbox.
  if (getuid?.() === 0) return "Electron's sandbox does not run as root.";
  return null;
}

/** Path of Electron's executable; `null` if its runtime is missing. Never downloads. */
export function installedElectron(): string | null {
  const distribution = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? resolve(folder, 'dist');
  try {
    const executable = resolve(distribution, readFileSync(resolve(folder, 'path.txt'), 'utf8'));
    return existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/** The path of the runtime, which Electron's own installer downloads at the first start. */
export function electronRuntime(): { executable: string } | { reason: string } {
  const installed = installedElectron();
  if (installed) return { executable: installed };
  process.stderr.write("Downloading Electron's runtime, once …\n");
  const start = performance.now();
  const result = spawnSync(process.execPath, [resolve(folder, 'install.js')], { encoding: 'utf8' });
  const executable = installedElectron();
  if (executable) {
    process.stderr.write(`Downloaded it in ${((performance.now() - start) / 1000).toFixed(1)} s.\n`);
    return { executable };
  }
  return {
    reason: `Electron's runtime could not be downloaded (${causeOf(result.stderr)}). \`npx install-electron\` tries again.`,
  };
}

/** The part of the installer's error that says most: the system's own words, or else the first line. */
function causeOf(stderr: string): string {
  if (stderr.includes('fetch failed')) return 'the site that it is downloaded from cannot be reached';
  const code = /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOSPC|EACCES)\b[^\n,]*/.exec(stderr)?.[0];
  return code ?? stderr.trim().split('\n')[0] ?? 'no reason given';
}
