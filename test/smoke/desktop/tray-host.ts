import { type MethodAnswer, type MethodCall, ownBusName } from '../../keychain/dbus-peer.ts';
import type { DbusValue } from '../../keychain/dbus-wire.ts';
import type { PrivateSession } from '../../keychain/session.ts';
import { runCommand } from './run-command.ts';

/** Where Chromium puts its menu. chrome/browser/ui/views/status_icons/status_icon_linux_dbus.cc */
const menuPath = '/com/canonical/dbusmenu';
const menu = 'com.canonical.dbusmenu';

/** A desktop's tray on Linux: icons announce themselves to it over D-Bus, and it reads and uses their menus. */
export interface TrayHost {
  /** The lines of the newest icon's menu, each before those that open from it; empty while there is no icon. */
  labels(): Promise<string[]>;
  /** Clicks a line of it. Rejects if there is none of that label. */
  choose(label: string): Promise<void>;
  leave(): void;
}

/** Puts a tray on the session's bus. An icon that was there before does not announce itself to it. */
export async function openTrayHost(session: Pick<PrivateSession, 'socketPath' | 'env'>): Promise<TrayHost> {
  const icons: string[] = [];
  const leave = await ownBusName(session.socketPath, 'org.kde.StatusNotifierWatcher', (call) => answer(call, icons));
  const ask = (how: string, member: string, ...args: string[]) =>
    runCommand(['dbus-send', '--session', how, `--dest=${icons.at(-1)}`, menuPath, `${menu}.${member}`, ...args], session.env);
  const lines = async () =>
    icons.length === 0 ? [] : readLayout(await ask('--print-reply', 'GetLayout', 'int32:0', 'int32:-1', 'array:string:label'));
  return {
    labels: async () => (await lines()).map(({ label }) => label),
    leave,
    async choose(label) {
      const line = (await lines()).find((each) => each.label === label);
      if (line === undefined) throw new Error(`The icon's menu has no line "${label}"`);
      // Nobody waits for an answer: the program may end instead.
      await ask('--type=method_call', 'Event', `int32:${line.id}`, 'string:clicked', 'variant:string:', 'uint32:0');
    },
  };
}

const facts: Record<string, { signature: string; value: DbusValue }> = {
  IsStatusNotifierHostRegistered: { signature: 'b', value: true },
  ProtocolVersion: { signature: 'i', value: 0 },
};

function answer({ member, args }: MethodCall, icons: string[]): MethodAnswer {
  const fact = facts[String(args[1])];
  if (member === 'Get' && fact) return { signature: 'v', values: [fact] };
  if (member === 'GetAll') return { signature: 'a{sv}', values: [Object.entries(facts)] };
  if (member === 'RegisterStatusNotifierItem') icons.push(String(args[0]));
  else if (member !== 'RegisterStatusNotifierHost') return { error: 'org.freedesktop.DBus.Error.UnknownMethod', text: member };
  return { signature: '', values: [] };
}

/** Lines with a label, from what `dbus-send` prints of a layout: each is a structure that starts with its number. */
function readLayout(printed: string): { id: number; label: string }[] {
  const found = printed.matchAll(/struct \{\s+int32 (\d+)\s+array \[\s+dict entry\(\s+string "label"\s+variant\s+string "(.*)"/g);
  return [...found].map(([, id, label]) => ({ id: Number(id), label: label ?? '' }));
}
