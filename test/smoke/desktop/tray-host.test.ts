import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { skippedFor } from '../../doubles/skipped.ts';
import { type MethodCall, ownBusName } from '../../keychain/dbus-peer.ts';
import { PrivateSession, whyNoKeyring } from '../../keychain/session.ts';
import { runCommand } from './run-command.ts';
import { openTrayHost } from './tray-host.ts';

const reason = whyNoKeyring();
const line = (id: number, label: string, lines: unknown[] = []) => ({
  signature: '(ia{sv}av)',
  value: [id, [['label', { signature: 's', value: label }]], lines] as never,
});

describe.skipIf(reason !== null)(`a tray on the bus${skippedFor(reason)}`, () => {
  let session: PrivateSession;
  const left: (() => void)[] = [];
  beforeEach(async () => {
    session = new PrivateSession();
    await session.startBus();
  });
  afterEach(async () => {
    for (const leave of left.splice(0)) leave();
    await session.end();
  });

  /** An icon as Chromium makes it: it asks whether there is a tray, and announces itself by the name of its connection. */
  async function showIcon(): Promise<MethodCall[]> {
    const seen: MethodCall[] = [];
    const layout = [0, [], [line(3, 'web-01', [line(4, 'Power cycle…')]), line(5, 'Quit Buoy')]];
    const leave = await ownBusName(session.socketPath, 'org.example.icon', (call) => {
      seen.push(call);
      return call.member === 'GetLayout'
        ? { signature: 'u(ia{sv}av)', values: [1, layout as never] }
        : { signature: '', values: [] };
    });
    left.push(leave);
    const call = (member: string, ...args: string[]) =>
      runCommand(
        [
          ...(['dbus-send', '--session', '--print-reply', '--dest=org.kde.StatusNotifierWatcher'] as const),
          ...['/StatusNotifierWatcher', member, ...args],
        ],
        session.env,
      );
    const isThere = await call(
      'org.freedesktop.DBus.Properties.Get',
      'string:org.kde.StatusNotifierWatcher',
      'string:IsStatusNotifierHostRegistered',
    );
    expect(isThere).toMatch(/boolean true/);
    await call('org.kde.StatusNotifierWatcher.RegisterStatusNotifierItem', 'string:org.example.icon');
    return seen;
  }

  it('reads the menu of an icon that announced itself, and clicks a line of it', async () => {
    const tray = await openTrayHost(session);
    left.push(tray.leave);
    expect(await tray.labels()).toEqual([]);
    const seen = await showIcon();
    expect(await tray.labels()).toEqual(['web-01', 'Power cycle…', 'Quit Buoy']);
    await tray.choose('Quit Buoy');
    const click = { member: 'Event', args: [5, 'clicked', { signature: 's', value: '' }, 0] };
    await vi.waitFor(() => expect(seen.at(-1)).toMatchObject(click));
    await expect(tray.choose('Nothing')).rejects.toThrow('no line "Nothing"');
  });
});
