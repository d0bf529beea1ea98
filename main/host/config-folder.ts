import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
}

/**
 * Where Buoy keeps its documents: `BUOY_HOME` if it is set, else the system's folder for a user's settings. The folder may
 * not exist yet.
 */
export function configFolder({ platform, env, home }: Machine = { ...process, home: homedir() }): string {
  if (env.BUOY_HOME) return resolve(env.BUOY_HOME);
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Buoy');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Buoy');
  // The XDG specification tells programs to ignore a relative path.
  const configured = env.XDG_CONFIG_HOME;
  return join(configured && isAbsolute(configured) ? configured : join(home, '.config'), 'Buoy');
}
