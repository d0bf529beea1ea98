import type { PinnedThing } from '../../../../preload/contract/settings.ts';
import type { PinRow } from '../../../../preload/contract/view.ts';
import { isAbout, type PinState, pinnedThingsOf } from '../../fetched/pins.ts';
import { routes } from '../../names/routes.ts';
import { staleAfterMs } from '../../pollers/intervals.ts';
import { keepSame } from '../../same.ts';
import type { ConnectionState, State } from '../../state/state.ts';
import { operationWords } from '../../words/operations.ts';
import { pinWords, stateInWords } from '../../words/pins.ts';
import type { Rows } from '../droplet-rows.ts';
import { checkLook } from './check-look.ts';
import { pinLines } from './pin-lines.ts';
import type { PinLook } from './pin-look.ts';

/**
 * The pinned things that are no droplets, in the person's own order. Equal rows stay the same objects, and the table stays the
 * same map while none of them changes.
 */
export function createPinRows(): (state: State, nowMs: number) => Rows<PinRow> {
  let table: Rows<PinRow> = new Map();
  return (state, nowMs) => {
    const rows = [...state.connections.values()].flatMap((connection) =>
      pinnedThingsOf(state.settings, connection.id).map((pin) => pinRow(state, connection, pin, nowMs)),
    );
    const order = new Map(state.settings.pinned.map((key, at) => [key, at]));
    rows.sort((one, other) => (order.get(one.key) ?? 0) - (order.get(other.key) ?? 0));
    const next = new Map(rows.map((row) => [row.key, keepSame(table.get(row.key), row)]));
    const before = [...table.values()];
    const isSame = before.length === next.size && [...next.values()].every((row, at) => row === before[at]);
    if (!isSame) table = next;
    return table;
  };
}

function pinRow(state: State, connection: ConnectionState, pin: PinnedThing, nowMs: number): PinRow {
  const { key, connectionId, familyId, parent, itemId } = pin;
  const isCheck = familyId === 'uptime_list_checks';
  const look = isCheck ? checkLook(state, connection, pin, nowMs) : readLook(state, connection, pin, nowMs);
  const running = [...connection.actions.values()].find((one) => one.status === 'in-progress' && isAbout(one, itemId));
  const busy = running ? { stateText: operationWords.doing(running.type), isBusy: true } : { isBusy: false };
  return { key, connectionId, familyId, route: routes.thing({ connectionId, familyId, parent, id: itemId }), ...look, ...busy };
}

function readLook(state: State, connection: ConnectionState, pin: PinnedThing, nowMs: number): PinLook {
  const known = connection.pins.get(pin.key);
  const { failure } = connection.fetches.pins;
  if (known === undefined) {
    const stateText = failure === null ? pinWords.unread : pinWords.failed;
    const note = failure?.message ?? '';
    const lines = pinLines(pin, null);
    return { name: pin.name, state: null, stateText, detail: '', standing: 'unread', note, lines };
  }
  const { name, state: raw } = known;
  if (known.isGone) {
    const lines = pinLines(pin, known);
    return { name, state: null, stateText: pinWords.gone, detail: '', standing: 'gone', note: pinWords.goneNote, lines };
  }
  const isStale = nowMs - known.readAtMs > staleAfterMs(state, connection, 'pins');
  const why = known.failure?.message ?? failure?.message;
  return {
    name,
    state: raw,
    stateText: stateTextOf(pin, known),
    detail: detailOf(known),
    standing: isStale ? 'stale' : 'known',
    note: isStale ? [pinWords.readAgo(known.readAtMs, nowMs), why].filter(Boolean).join(' ') : '',
    lines: pinLines(pin, known),
  };
}

function stateTextOf({ familyId }: PinnedThing, { state, about }: PinState): string {
  if (familyId === 'reservedIPs_list' || familyId === 'reservedIPv6_list') {
    return about === '' ? pinWords.free : pinWords.leadsTo(about);
  }
  return state === null ? '' : stateInWords(state);
}

/** What it is reached by, unless that is its name already; else where it is. */
function detailOf({ name, address, region }: PinState): string {
  const reached = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return reached === '' || reached === name ? region : reached;
}
