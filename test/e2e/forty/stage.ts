import { resolve } from 'node:path';
import type { Buoy } from '../../../main/core/buoy.ts';
import { systemClock } from '../../../main/host/clock.ts';
import { startWebServer } from '../../../main/web/server.ts';
import { createSessions } from '../../../main/web/sessions.ts';
import type { CoreCalls } from '../../../preload/contract/bridge.ts';
import { coreCallNames } from '../../doubles/core/core-call-names.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';

const out = resolve(import.meta.dirname, '../../../out');
const places = { rendererFolder: resolve(out, 'renderer'), preloadFile: resolve(out, 'preload/browser.js') };
/** A person's minute has far fewer, but the account is a new one for every job while the token stays. */
const limits = { minute: 100_000, hour: 100_000 };
const walkEveryMs = 25;
/** Time goes by in strides, after each of which the page may take a breath and say what happened. */
const strideMs = 5_000;
const breathMs = 15;

/** One account: the demo server and the whole core over it. */
export interface Account {
  world: World;
  connectionId: string;
  /** Lets that much time go by at once, for what only ends after a while. */
  pass(ms: number): Promise<void>;
}

/**
 * The web host's server with the built page, over an account that is made anew for each job: that takes some 30 ms, while a process
 * of its own and a page that was never loaded take a second.
 */
export interface Stage {
  /** Opens the page once; then `origin` does. */
  startUrl: string;
  origin: string;
  /** Ends the account before, whose page must have been left, and makes a new one. */
  renew(): Promise<Account>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  let now: World | null = null;
  let endWalk = async () => {};
  let listeners = 0;
  const world = (): World => {
    if (now === null) throw new Error('There is no account yet');
    return now;
  };
  const calls = Object.fromEntries(
    coreCallNames.map((name) => [name, (args: never) => world().buoy.calls[name](args)]),
  ) as unknown as CoreCalls;
  const buoy: Pick<Buoy, 'calls' | 'on' | 'takeDownload'> = {
    calls,
    on(event, listener) {
      listeners += 1;
      const end = world().buoy.on(event, listener);
      return () => {
        listeners -= 1;
        end();
      };
    },
    takeDownload: (id) => world().buoy.takeDownload(id),
  };
  const sessions = createSessions({ clock: systemClock, kept: [], keep: () => {} });
  const log = { info: () => {}, warn: () => {} };
  const server = await startWebServer(0, {
    buoy: buoy as Buoy,
    sessions,
    places,
    clock: systemClock,
    log,
    onQuit: () => {},
  });

  async function end(): Promise<void> {
    await endWalk();
    await endAll();
    now = null;
  }

  return {
    startUrl: server.startUrl,
    origin: `http://127.0.0.1:${server.port}`,
    async renew() {
      // A page that is still there would hear the new account through listeners of the old one.
      for (const endMs = performance.now() + 10_000; listeners > 0; await new Promise((done) => setTimeout(done, 5)))
        if (performance.now() > endMs) throw new Error('The page before was not left');
      await end();
      now = await connected({ seed: 7, limits });
      const { walk, stop } = walking(now);
      endWalk = stop;
      return {
        world: now,
        connectionId: (await now.view()).tables.connections[0]?.id ?? '',
        async pass(ms) {
          for (let left = ms; left > 0; left -= strideMs) {
            await walk((one) => one.pass(Math.min(strideMs, left)));
            await new Promise((done) => setTimeout(done, breathMs));
          }
        },
      };
    },
    async close() {
      await server.close();
      await end();
    },
  };
}

/** The clock of an account goes as usual, and jumps where a person would wait for minutes: one move at a time. */
function walking(world: World): { walk: (move: (world: World) => Promise<void>) => Promise<void>; stop: () => Promise<void> } {
  let last = performance.now();
  let moves = Promise.resolve();
  const walk = (move: (world: World) => Promise<void>) => {
    moves = moves.then(() => move(world));
    return moves;
  };
  const timer = setInterval(() => {
    const at = performance.now();
    const by = at - last;
    last = at;
    void walk(({ clock }) => clock.advance(by));
  }, walkEveryMs);
  const stop = () => {
    clearInterval(timer);
    return moves;
  };
  return { walk, stop };
}
