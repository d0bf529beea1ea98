import { ownBusName } from '../../keychain/dbus-peer.ts';
import type { DbusValue } from '../../keychain/dbus-wire.ts';
import type { ShownLine } from '../../standin/control.ts';
import type { Standin } from '../../standin/launch.ts';
import { runCommand } from './run-command.ts';

/**
 * Shows the stand-in's icon on the session's bus as Chromium shows one: announces it to the tray, gives its menu, and takes
 * clicks on it. Lasts as long as this process.
 */
export async function showIconOnBus(socketPath: string, buoy: Pick<Standin, 'trayMenu' | 'chooseTrayLine'>): Promise<void> {
  const name = `org.kde.StatusNotifierItem-${process.pid}-1`;
  await ownBusName(socketPath, name, async ({ member, args }) => {
    // A program that has ended has no lines.
    const numbered = numberLines(await buoy.trayMenu().catch(() => []));
    if (member === 'GetLayout') return { signature: 'u(ia{sv}av)', values: [1, layout(0, null, numbered)] };
    const clicked = flat(numbered).find(({ id }) => id === args[0]);
    if (member === 'Event' && clicked) await buoy.chooseTrayLine(clicked.path).catch(console.error);
    return { signature: '', values: [] };
  });
  const watcher = 'org.kde.StatusNotifierWatcher';
  const announce = `${watcher}.RegisterStatusNotifierItem`;
  await runCommand([
    ...(['dbus-send', '--session', '--print-reply', `--dest=${watcher}`] as const),
    ...['/StatusNotifierWatcher', announce, `string:${name}`],
  ]);
}

interface NumberedLine {
  id: number;
  /** Labels from the outermost menu to this line. */
  path: string[];
  lines: NumberedLine[];
}

/** Gives each line a number of its own, in the order in which they are read. */
function numberLines(lines: readonly ShownLine[], above: string[] = [], from = { id: 0 }): NumberedLine[] {
  return lines.map(({ label, lines: inner }) => {
    from.id += 1;
    const path = [...above, label];
    return { id: from.id, path, lines: numberLines(inner, path, from) };
  });
}

const flat = (lines: readonly NumberedLine[]): NumberedLine[] => lines.flatMap((line) => [line, ...flat(line.lines)]);

function layout(id: number, label: string | null, lines: readonly NumberedLine[]): DbusValue {
  const properties = label === null ? [] : [['label', { signature: 's', value: label }] as const];
  const inner = lines.map((line) => ({
    signature: '(ia{sv}av)',
    value: layout(line.id, line.path.at(-1) ?? '', line.lines),
  }));
  return [id, properties, inner];
}
