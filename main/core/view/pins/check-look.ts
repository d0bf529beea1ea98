import type { PinnedThing } from '../../../../preload/contract/settings.ts';
import type { UptimeState } from '../../fetched/uptime.ts';
import { staleAfterMs } from '../../pollers/intervals.ts';
import type { ConnectionState, State } from '../../state/state.ts';
import { pinWords } from '../../words/pins.ts';
import { item } from '../tray/nodes.ts';
import { jobLine, showLine, unpinLine } from './pin-lines.ts';
import type { PinLook } from './pin-look.ts';

/** A pinned uptime check. All checks are read anyway with their states, so nothing more is asked for it. */
export function checkLook(state: State, connection: ConnectionState, pin: PinnedThing, nowMs: number): PinLook {
  const { fetchedAtMs, failure } = connection.fetches.uptime;
  const check = connection.uptime.get(pin.itemId);
  const nothing = { name: pin.name, state: null, detail: '' };
  if (check === undefined && fetchedAtMs === null) {
    const stateText = failure === null ? pinWords.unread : pinWords.failed;
    return { ...nothing, stateText, standing: 'unread', note: failure?.message ?? '', lines: [showLine(pin)] };
  }
  if (check === undefined) {
    return { ...nothing, stateText: pinWords.gone, standing: 'gone', note: pinWords.goneNote, lines: [unpinLine(pin)] };
  }
  const { raw, words } = stateOf(check);
  const since = check.isEnabled && check.changedAtMs !== null ? pinWords.since(check.changedAtMs, nowMs) : '';
  const isStale = fetchedAtMs === null || nowMs - fetchedAtMs > staleAfterMs(state, connection, 'uptime');
  const readAgo = fetchedAtMs === null ? '' : pinWords.readAgo(fetchedAtMs, nowMs);
  const said = item(`state/${pin.key}`, since === '' ? words : pinWords.stateSince(words, since), null);
  const turn = jobLine(pin, check.isEnabled ? 'pause' : 'resume', null);
  return {
    name: check.name,
    state: raw,
    stateText: words,
    detail: since,
    standing: isStale ? 'stale' : 'known',
    note: isStale ? [readAgo, failure?.message].filter(Boolean).join(' ') : '',
    lines: [said, ...(turn ? [turn] : []), showLine(pin)],
  };
}

/** The state as families write theirs, and in words. */
function stateOf({ isEnabled, status }: UptimeState): { raw: string; words: string } {
  if (!isEnabled) return { raw: 'disabled', words: pinWords.paused };
  switch (status) {
    case 'up':
      return { raw: 'up', words: pinWords.up };
    case 'down':
      return { raw: 'down', words: pinWords.down };
    case 'unknown':
      return { raw: 'unknown', words: pinWords.notChecked };
  }
}
