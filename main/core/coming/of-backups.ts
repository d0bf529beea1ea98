import type { Droplet } from '../digitalocean/resources/droplets.ts';
import { dropletKey } from '../names/droplet-key.ts';
import { routes } from '../names/routes.ts';
import type { ConnectionState } from '../state/state.ts';
import { comingWords } from '../words/coming.ts';
import type { Coming } from './coming.ts';

interface Window {
  startMs: number;
  endMs: number;
  droplets: Droplet[];
}

/** Thousands of droplets are gone through once for each list of them. */
const known = new WeakMap<ConnectionState['droplets'], Window[]>();

function windowsOf(droplets: ConnectionState['droplets']): Window[] {
  const found = known.get(droplets);
  if (found) return found;
  const windows = new Map<string, Window>();
  for (const droplet of droplets.values()) {
    const { nextBackupWindow } = droplet;
    if (!nextBackupWindow) continue;
    const { startAtMs, endAtMs } = nextBackupWindow;
    const key = `${startAtMs} ${endAtMs}`;
    const window = windows.get(key) ?? { startMs: startAtMs, endMs: endAtMs, droplets: [] };
    window.droplets.push(droplet);
    windows.set(key, window);
  }
  const made = [...windows.values()];
  known.set(droplets, made);
  return made;
}

/** The next backups: one line for all droplets of a team that have the same window. One that is over is not coming up. */
export function ofBackups({ id: connectionId, droplets }: ConnectionState, nowMs: number): Coming[] {
  const open = windowsOf(droplets).filter(({ endMs }) => endMs > nowMs);
  return open.map(({ startMs, endMs, droplets: [first, ...others] }) => {
    const alone = first && others.length === 0 ? first : null;
    const thing = { connectionId, familyId: 'droplets_list', id: String(first?.id), parent: {} };
    const names = [first, ...others].map((one) => one?.name ?? '').sort();
    return {
      key: `backup/${connectionId}/${startMs}/${endMs}`,
      connectionId,
      kind: 'backups',
      title: alone ? comingWords.backup(alone.name) : comingWords.backups(names.length),
      detail: alone ? '' : comingWords.backupNames(names),
      atMs: startMs,
      endsAtMs: endMs,
      isDay: false,
      isRenewed: false,
      route: alone ? routes.droplet(dropletKey(connectionId, alone.id)) : routes.droplets,
      deeds: alone ? [{ kind: 'job', label: comingWords.change, name: 'backups-change', thing }] : [],
    };
  });
}
