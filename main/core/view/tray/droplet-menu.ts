import { addressesOf } from '../../../../preload/contract/addresses.ts';
import type { DropletActionType } from '../../../../preload/contract/command.ts';
import type { Settings } from '../../../../preload/contract/settings.ts';
import { sshCommand } from '../../../../preload/contract/ssh.ts';
import { duration } from '../../../../preload/contract/time-words.ts';
import type { DropletRow, MenuNode } from '../../../../preload/contract/view.ts';
import { routes } from '../../names/routes.ts';
import { type Durations, usual } from '../../state/durations.ts';
import { actionLabel } from '../../words/actions.ts';
import { sizeInWords } from '../../words/droplets.ts';
import { trayWords } from '../../words/tray.ts';
import { copies, does, goes, item, joined } from './nodes.ts';

/** What a droplet's menu depends on besides its row. */
export interface DropletMenuFacts {
  settings: Settings;
  durations: Durations;
}

/** The menu of a row stays as it is until the row, the settings or the usual durations are others. */
const built = new WeakMap<DropletRow, DropletMenuFacts & { menu: MenuNode }>();

/**
 * A droplet's line with its submenu: addresses to copy, region, size and price, the actions that are possible now, and the way
 * to its page in the window.
 */
export function dropletMenu(row: DropletRow, { settings, durations }: DropletMenuFacts): MenuNode {
  const known = built.get(row);
  if (known?.settings === settings && known.durations === durations) return known.menu;
  const menu = build(row, { settings, durations });
  built.set(row, { settings, durations, menu });
  return menu;
}

function build(row: DropletRow, facts: DropletMenuFacts): MenuNode {
  const children = joined(row.key, [addresses(row, facts.settings), about(row), actions(row, facts), [showInBuoy(row)]]);
  const detail = row.isLocked ? trayWords.locked(row.conditionText) : row.conditionText;
  const extras = { detail, children };
  return item(`droplet/${row.key}`, row.name, null, extras);
}

/** Addresses and the SSH command to copy. */
function addresses(row: DropletRow, { ssh }: Settings): MenuNode[] {
  const all = addressesOf(row);
  const [first] = all;
  if (row.condition === 'archived') return [];
  if (first === undefined) {
    return [item(`address/${row.key}`, row.status === 'new' ? trayWords.noAddressYet : trayWords.noAddress, null)];
  }
  const command = sshCommand({ ...ssh, address: first.address });
  return [
    ...all.map(({ kind, address }) => item(`copy/${row.key}/${address}`, trayWords.copy(address, kind), copies(address))),
    item(`ssh/${row.key}`, trayWords.copySsh, command === null ? null : copies(command)),
  ];
}

function about(row: DropletRow): MenuNode[] {
  const size = trayWords.size(row.regionSlug, sizeInWords(row.vcpus, row.memoryMb));
  return [
    item(`about/${row.key}`, size, null, { detail: trayWords.monthly(row.priceMonthlyUsd) }),
    ...(row.tags.length === 0 ? [] : [item(`tags/${row.key}`, trayWords.tags(row.tags), null)]),
  ];
}

/** The actions that the menu offers while a droplet is on and while it is off. The window offers all. */
const whenOn: readonly DropletActionType[] = ['reboot', 'power_cycle', 'shutdown', 'power_off', 'snapshot'];
const whenOff: readonly DropletActionType[] = ['power_on', 'snapshot'];

/** While something runs on a droplet or it is locked, DigitalOcean refuses every action: they are off, below the reason. */
function actions(row: DropletRow, { settings, durations }: DropletMenuFacts): MenuNode[] {
  if (row.condition === 'starting' || row.condition === 'archived') return [];
  const types = row.status === 'off' ? whenOff : whenOn;
  const reason = blockedBy(row);
  const lines = types.map((type) => {
    const kind = { type, regionSlug: row.regionSlug, sizeSlug: row.sizeSlug };
    const estimate = usual(durations, kind);
    const deed = does({ kind: 'droplet-action', dropletKeys: [row.key], type });
    const label = asksFirst(type, settings) ? trayWords.asks(actionLabel(type)) : actionLabel(type);
    const detail = estimate ? trayWords.usually(duration(estimate.usualMs)) : null;
    return item(`${type}/${row.key}`, label, deed, { detail, isEnabled: reason === null });
  });
  return reason === null ? lines : [reason, ...lines];
}

function blockedBy(row: DropletRow): MenuNode | null {
  if (row.condition === 'running') return item(`busy/${row.key}`, row.conditionText, null);
  return row.isLocked ? item(`locked/${row.key}`, trayWords.lockedReason, null) : null;
}

const disruptive: ReadonlySet<DropletActionType> = new Set(['power_off', 'power_cycle', 'shutdown']);

/** Whether the person is asked before the action. Menus mark that with an ellipsis. */
const asksFirst = (type: DropletActionType, settings: Settings): boolean =>
  disruptive.has(type) && !(type === 'power_cycle' && !settings.isPowerCycleConfirmed);

const showInBuoy = (row: DropletRow): MenuNode => item(`show/${row.key}`, trayWords.show, goes(routes.droplet(row.key)));
