import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DemoServer, startDemo } from '../../main/demo/server.ts';
import type { Command } from '../../preload/contract/command.ts';
import type { ConnectionRow } from '../../preload/contract/view.ts';
import { build } from '../../scripts/build/build.ts';
import { skippedFor } from '../doubles/skipped.ts';
import { temporaryFolder } from '../doubles/temporary-folder.ts';
import { openWebSession, type RunningWebHost, startWebHost, type WebSession } from '../doubles/web/web-host.ts';
import { PrivateSession, whyNoKeyring } from './session.ts';

const reason = whyNoKeyring();
const password = 'correct horse';

describe.skipIf(reason !== null)(`a token in the keyring, across restarts of Buoy${skippedFor(reason)}`, () => {
  let desktop: PrivateSession;
  let demo: DemoServer;
  let home: string;
  let host: RunningWebHost;
  let page: WebSession;
  const token = () => demo.tokens[0]?.token ?? '';

  beforeAll(async () => {
    await build();
  }, 120_000);
  beforeEach(async () => {
    home = temporaryFolder();
    demo = await startDemo();
    desktop = new PrivateSession();
    await desktop.startBus();
    await desktop.startKeyring(password);
    await startBuoy();
  });
  afterEach(async () => {
    await host.end();
    await desktop.end();
    await demo.close();
  });

  async function startBuoy(): Promise<void> {
    host = await startWebHost({ isKeychainUsed: true, home, env: desktop.env, args: ['--base-url', demo.baseUrl] });
    page = await openWebSession(host);
  }

  async function restartBuoy(): Promise<void> {
    expect((await host.stop()).exitCode).toBe(0);
    await startBuoy();
  }

  const run = (command: Command) => page.call('runCommand', { command });

  async function connections(): Promise<ConnectionRow[]> {
    const view = await page.call('openView', {});
    return view.ok ? view.value.tables.connections : [];
  }
  const becomes = (status: ConnectionRow['status']) =>
    vi.waitFor(async () => expect((await connections()).map((row) => row.status)).toEqual([status]), {
      timeout: 15_000,
      interval: 100,
    });

  it('is saved, used again after a restart, and deleted with its connection', async () => {
    expect(await run({ kind: 'add-connection', token: token() })).toMatchObject({ ok: true });
    await becomes('ok');
    expect(desktop.secrets('Buoy')).toEqual([token()]);

    await restartBuoy();
    await becomes('ok');
    const [row] = await connections();
    expect(await run({ kind: 'remove-connection', connectionId: row?.id ?? '' })).toMatchObject({ ok: true });
    expect(desktop.secrets('Buoy')).toEqual([]);

    await restartBuoy();
    expect(await connections()).toEqual([]);
  });

  it('is waited for while the keyring is locked, and never reported as lost', async () => {
    await run({ kind: 'add-connection', token: token() });
    await becomes('ok');
    await host.stop();
    await desktop.stopKeyring();
    await desktop.startKeyring(null);
    await startBuoy();
    await becomes('waiting-for-vault');

    await desktop.stopKeyring();
    await desktop.startKeyring(password);
    expect(await run({ kind: 'refresh' })).toMatchObject({ ok: true });
    await becomes('ok');
  });

  it('is not saved if there is no keyring, and neither is its connection', async () => {
    await desktop.stopKeyring();
    expect(await run({ kind: 'add-connection', token: token() })).toMatchObject({
      ok: false,
      failure: { kind: 'vault-unavailable' },
    });
    expect(await connections()).toEqual([]);
    expect(await run({ kind: 'add-connection', token: token(), isForThisRunOnly: true })).toMatchObject({ ok: true });
    await becomes('ok');
  });
});
