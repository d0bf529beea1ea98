import type { Buoy } from '../../../main/core/buoy.ts';
import { createBuoy } from '../../../main/core/buoy.ts';
import { createTransport } from '../../../main/core/digitalocean/sending/transport.ts';
import type { Transport } from '../../../main/core/digitalocean/transport-port.ts';
import type { HostFacts } from '../../../main/core/host-facts.ts';
import type { DocumentName } from '../../../main/core/ports.ts';
import { type DemoOptions, type DemoServer, startDemo } from '../../../main/demo/server.ts';
import type { Command, CommandResult } from '../../../preload/contract/command.ts';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { DropletRow, FullView } from '../../../preload/contract/view.ts';
import { createFakeClock, type FakeClock, settle } from './fake-clock.ts';
import { createMemoryPorts, type MemoryPorts } from './memory-ports.ts';

/** The whole core over real loopback sockets, with the demo account as DigitalOcean and a clock that stands still. */

const capabilities = {
  tray: true,
  keychain: true,
  desktopNotices: true,
  startAtLogin: false,
  saveDialog: false,
  quit: true,
  demo: true,
  terminal: false,
};
export const facts: HostFacts = { version: '0.1.0', platform: 'linux', desktop: 'other', capabilities };

export interface World {
  demo: DemoServer;
  /** Every request so far, in order. */
  sent: readonly Write[];
  /** Those that change something. */
  writes: readonly Write[];
  clock: FakeClock;
  ports: MemoryPorts;
  buoy: Buoy;
  run(command: Command, answer?: { typed?: string }): Promise<Outcome<CommandResult>>;
  view(): Promise<FullView>;
  droplet(name: string): Promise<DropletRow>;
  /** Waits for sockets, without moving the clock, until the condition is true. */
  until(what: () => boolean | Promise<boolean>): Promise<void>;
  /** Moves the clock forward in steps, with time for sockets in between. */
  pass(ms: number): Promise<void>;
}

export const open: { buoys: Buoy[]; demos: DemoServer[] } = { buoys: [], demos: [] };
/** Ends everything that was started. For `afterEach`. */
export async function endAll(): Promise<void> {
  await Promise.all(open.buoys.splice(0).map((buoy) => buoy.stop()));
  await Promise.all(open.demos.splice(0).map((demo) => demo.close()));
}

/** A Wednesday morning: what is near, today or this month does not depend on when the tests run. */
export const begunAtMs = Date.UTC(2026, 10, 25, 10);

export async function begin(
  options: DemoOptions = {},
  files?: Map<DocumentName, string>,
  secrets?: Map<string, string>,
): Promise<World> {
  const clock = createFakeClock(begunAtMs);
  const demo = await startDemo({ actionErrorRate: 0, ...options, now: clock.now });
  open.demos.push(demo);
  return connectTo(demo, clock, files, secrets);
}

export async function connectTo(
  demo: DemoServer,
  clock: FakeClock,
  files = new Map<DocumentName, string>(),
  secrets = new Map<string, string>(),
): Promise<World> {
  const traffic = countTraffic();
  const ports = createMemoryPorts({ openTransport: traffic.open, baseUrl: demo.baseUrl, clock, files, secrets });
  const buoy = createBuoy(ports, facts);
  open.buoys.push(buoy);
  await buoy.start();
  const view = async () => {
    const opened = await buoy.calls.openView({});
    if (!opened.ok) throw new Error(opened.failure.message);
    return opened.value;
  };
  const until: World['until'] = async (what) => {
    const deadline = performance.now() + 10_000;
    while (!(await what())) {
      if (performance.now() > deadline) throw new Error(`Not so after 10 s: ${what}`);
      await settle();
    }
  };
  return {
    demo,
    sent: traffic.sent,
    writes: traffic.writes,
    clock,
    ports,
    buoy,
    view,
    until,
    async run(command, answer) {
      const first = await buoy.calls.runCommand({ command });
      if (!first.ok || first.value.status !== 'needs-confirmation' || !answer) return first;
      return buoy.calls.runCommand({ command, confirmation: { id: first.value.confirmation.id, ...answer } });
    },
    async droplet(name) {
      const row = (await view()).tables.droplets.find((one) => one.name === name);
      if (!row) throw new Error(`There is no droplet ${name}`);
      return row;
    },
    async pass(ms) {
      for (let left = ms; left > 0; left -= 1000) {
        await clock.advance(Math.min(1000, left));
        demo.advance(0);
        await traffic.quiet();
      }
    },
  };
}

/** A request. */
export interface Write {
  method: string;
  /** Without the server, with its query. */
  path: string;
  body: unknown;
}

function writeOf({ method, url, body, headers }: Parameters<Transport['exchange']>[0]): Write {
  const { pathname, search } = new URL(url);
  const text = typeof body === 'string' ? body : body === null ? '' : new TextDecoder().decode(body);
  const isFile = headers['content-type'] === 'application/octet-stream';
  return { method, path: `${pathname}${search}`, body: text === '' ? null : isFile ? text : JSON.parse(text) };
}

/** Transports that count the exchanges in progress: the clock must not move while sockets carry an answer. */
export function countTraffic() {
  let running = 0;
  const sent: Write[] = [];
  const writes: Write[] = [];
  async function* counted(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    try {
      yield* body;
    } finally {
      running -= 1;
    }
  }
  return {
    open(): Transport {
      const transport = createTransport();
      return {
        ...transport,
        async exchange(request) {
          running += 1;
          const one = writeOf(request);
          sent.push(one);
          if (request.method !== 'GET') writes.push(one);
          try {
            const answer = await transport.exchange(request);
            return { ...answer, body: counted(answer.body) };
          } catch (error) {
            running -= 1;
            throw error;
          }
        },
      };
    },
    sent,
    writes,
    /** Resolves when no exchange is in progress and none has started a little later. */
    async quiet(): Promise<void> {
      const deadline = performance.now() + 10_000;
      for (let calm = 0; calm < 3; calm = running === 0 ? calm + 1 : 0) {
        await settle();
        if (performance.now() > deadline) return;
      }
    },
  };
}

export const token = (demo: DemoServer, index = 0): string => demo.tokens[index]?.token ?? '';

export async function connected(options: DemoOptions = {}): Promise<World> {
  const world = await begin(options);
  const added = await world.run({ kind: 'add-connection', token: token(world.demo) });
  if (!added.ok || added.value.status !== 'done') throw new Error('The demo account did not take its own token');
  await world.until(async () => (await world.view()).tables.droplets.length > 0);
  await world.until(async () => (await world.view()).tables.connections[0]?.balance !== null);
  return world;
}

export const firstActive = async (world: World): Promise<DropletRow> => {
  const row = (await world.view()).tables.droplets.find((one) => one.condition === 'active');
  if (!row) throw new Error('No active droplet');
  return row;
};

/** Titles of the notices about actions. The demo account also has an alert of its own. */
export const actionNotices = (world: World): string[] =>
  world.ports.shown.filter((notice) => notice.kind.startsWith('action')).map((notice) => notice.title);
