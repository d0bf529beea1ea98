import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FullView } from '../../../preload/contract/view.ts';
import { build } from '../../../scripts/build/build.ts';
import { onWindows, skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';
import { openWebSession, type RunningWebHost, startWebHost, type WebHostOptions } from '../../doubles/web/web-host.ts';

const entry = fileURLToPath(new URL('../../../out/web/index.js', import.meta.url));
const running: RunningWebHost[] = [];

beforeAll(async () => {
  await build();
}, 120_000);
afterEach(async () => {
  for (const host of running.splice(0)) await host.end();
});

async function start(options: WebHostOptions = {}): Promise<RunningWebHost> {
  const host = await startWebHost(options);
  running.push(host);
  return host;
}

async function readView(host: RunningWebHost): Promise<FullView> {
  const outcome = await (await openWebSession(host)).call('openView', {});
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

describe('the built web host', () => {
  it('prints exactly one line, serves the page, and reports what it can do', async () => {
    const host = await start();
    expect(host.printed().stdout).toMatch(/^Buoy is ready: http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}\n$/);
    expect(host.printed().stderr).toBe('');
    const page = await fetch(host.origin);
    expect(await page.text()).toContain('/preload.js');
    expect((await fetch(`${host.origin}/preload.js`)).status).toBe(200);
    const { singles, tables } = await readView(host);
    expect(tables.connections).toEqual([]);
    expect(singles.meta).toMatchObject({
      platform: process.platform,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      missingTray: null,
      capabilities: { tray: false, keychain: false, quit: true, demo: true, terminal: false, saveDialog: false },
    });
  });

  const noSignals = onWindows('a process that is asked to end is killed');
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  it.skipIf(noSignals !== null).each(signals)(
    `ends with 0 within 2 s on %s, even with an open page${skippedFor(noSignals)}`,
    async (signal) => {
      const host = await start({ demo: true });
      const { headers } = await openWebSession(host);
      const events = await fetch(`${host.origin}/events`, { headers });
      expect(events.status).toBe(200);
      const { exitCode, tookMs } = await host.stop(signal);
      expect(exitCode).toBe(0);
      expect(tookMs).toBeLessThan(2_000);
      await events.text().catch(() => '');
    },
  );

  it('opens the demo account if asked to', async () => {
    const { tables, singles } = await readView(await start({ demo: true }));
    expect(singles.meta.isDemoOpen).toBe(true);
    expect(tables.connections?.length).toBeGreaterThan(1);
  });

  it('gives way to the one that uses its folder, says where that is, and touches nothing', async () => {
    const home = temporaryFolder();
    const first = await start({ home });
    const session = await openWebSession(first);
    const command = { kind: 'update-settings', patch: { spendThresholdUsd: 7 } } as const;
    expect(await session.call('runCommand', { command })).toMatchObject({ ok: true });
    const second = spawnSync(process.execPath, [entry, '--no-open'], {
      encoding: 'utf8',
      env: { ...process.env, BUOY_HOME: home },
    });
    expect([second.status, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toContain(`in your browser at ${first.origin}/`);
    expect(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'))).toMatchObject({ value: { spendThresholdUsd: 7 } });
  });

  const noBlock = onWindows('a folder of that name keeps nothing from being renamed over it');
  it.skipIf(noBlock !== null)(`says when it ends what it could not save, and ends with 1${skippedFor(noBlock)}`, async () => {
    const home = temporaryFolder();
    const host = await start({ home });
    const session = await openWebSession(host);
    rmSync(join(home, 'settings.json'), { force: true });
    mkdirSync(join(home, 'settings.json'));
    const command = { kind: 'update-settings', patch: { spendThresholdUsd: 7 } } as const;
    expect(await session.call('runCommand', { command })).toMatchObject({ ok: false, failure: { kind: 'storage' } });
    const { exitCode } = await host.stop('SIGTERM');
    expect([exitCode, host.printed().stderr]).toEqual([1, expect.stringContaining('settings.json could not be written')]);
  });

  const noKill = onWindows('its lock is no file');
  it.skipIf(noKill !== null)(`takes over from one that was killed, and tidies up behind it${skippedFor(noKill)}`, async () => {
    const home = temporaryFolder();
    const first = await start({ home });
    await first.stop('SIGKILL');
    writeFileSync(join(home, 'settings.json.99999.tmp'), '{"val');
    const second = await start({ home });
    expect((await readView(second)).singles.meta.isLoaded).toBe(true);
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  const noModes = onWindows('files have no modes');
  it.skipIf(noModes !== null)(`keeps its files readable only by their owner${skippedFor(noModes)}`, async () => {
    const home = temporaryFolder();
    const host = await start({ demo: true, home });
    await readView(host);
    await host.stop();
    const names = readdirSync(home);
    expect(names.map((name) => [name, statSync(join(home, name)).mode & 0o077])).toEqual(names.map((name) => [name, 0]));
  });

  it('keeps everything in its home, and no key or token in the log', async () => {
    const home = temporaryFolder();
    const host = await start({ demo: true, home });
    await readView(host);
    await host.stop();
    const names = readdirSync(home);
    expect(names).toContain('web-sessions.json');
    for (const name of names) {
      const text = readFileSync(join(home, name), 'utf8');
      expect(text).not.toContain(new URL(host.url).hash.slice(5));
      expect(text).not.toMatch(/do[opr]_v1_[0-9a-f]{8}/);
    }
  });

  it('says so in one line and ends with 1 if its port is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((settle) => blocker.once('listening', settle));
    const { port } = blocker.address() as { port: number };
    await expect(startWebHost({ args: ['--port', String(port)] })).rejects.toThrow(`ended with 1.\nPort ${port} is taken.`);
    blocker.close();
  });

  it('listens on the given port', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((settle) => probe.once('listening', settle));
    const { port } = probe.address() as { port: number };
    await new Promise((settle) => probe.close(settle));
    expect((await start({ args: [`--port=${port}`] })).origin).toBe(`http://127.0.0.1:${port}`);
  });

  it.each([
    [['--prot', '1'], 2, '--prot is not an option'],
    [['--port', 'x'], 2, '--port needs a number'],
    [['--help'], 0, '--no-open'],
  ])('answers %j with exit code %i and words', (args, exitCode, words) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8' });
    expect([status, `${stdout}${stderr}`]).toEqual([exitCode, expect.stringContaining(words)]);
  });
});
