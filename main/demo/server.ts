/**
 * A simulated DigitalOcean on loopback, for the demo account and for tests. It knows the API from the catalogue's data and
 * shares nothing else with the client that it answers. All its state is in memory and follows from the seed and the clock.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { readCatalogue } from './catalogue.ts';
import { spentDays } from './families/account/spent-days.ts';
import { fillPath, placeOf } from './generic/places.ts';
import { answerFile, isFile } from './kept-files.ts';
import { createElsewhere } from './lively/elsewhere.ts';
import { startLife } from './lively/life.ts';
import { createLogServer, type LogServer } from './logs/serve.ts';
import type { DemoOptions, DemoServer } from './options.ts';
import { sampleRequest } from './sample/request.ts';
import { plannedTeams } from './seeds/droplet-plan.ts';
import { createSimulation } from './simulation.ts';
import { answer, type Desk } from './wire/exchange.ts';
import { FaultBoard, type FaultSwitch } from './wire/faults.ts';
import { type Allowance, usualLimits } from './wire/limits.ts';
import { RequestRecord } from './wire/record.ts';
import { createRouter } from './wire/router.ts';
import { type DemoToken, otherKeys, standardTokens, tokenFor } from './wire/tokens.ts';
import { dayMs } from './world/world.ts';

export type { DemoOptions, DemoServer } from './options.ts';

/** Starts the simulation and listens on 127.0.0.1. Rejects when the port is taken. The caller must close it. */
export async function startDemo(options: DemoOptions = {}): Promise<DemoServer> {
  const catalogue = await readCatalogue();
  const listener = createListener();
  const { world, handler, advance } = createSimulation(catalogue, options, () => listener.baseUrl());
  const tokens = allTokens(options);
  const desk: Desk = {
    world,
    handler,
    tokens,
    router: createRouter(catalogue),
    keys: otherKeys(world.seed),
    limits: { ...usualLimits, ...options.limits },
    allowances: new Map<string, Allowance>(),
    faults: new FaultBoard(),
    records: listener.records,
    latencyMs: options.latencyMs ?? 0,
    dropFirst: ({ team, operation, path }) => {
      const table = team.table(fillPath(placeOf(operation.path), path));
      table.remove(table.list()[0]?.[table.idField]);
    },
  };
  if (options.isLively) startLife(world);
  const logs = createLogServer(world, desk.faults);
  await listener.open(options.port ?? 0, desk, logs);
  const { elsewhere, actionsCreated, rows } = createElsewhere(desk);
  return {
    baseUrl: listener.baseUrl(),
    tokens: tokens.slice(0, plannedTeams.length).map(({ label, token, team }, index) => ({
      label,
      token,
      ...(index === 1 ? { endsOn: tokenEndsOn(world.startMs) } : {}),
      spent: world.teams.filter(({ name }) => name === team).flatMap((one) => spentDays(one, world.startMs)),
    })),
    readOnlyToken: tokenFor(world.seed, 'read only'),
    limitedToken: tokenFor(world.seed, 'limited'),
    ...desk.keys,
    faults: createSwitch(desk, listener),
    elsewhere,
    stats: () => listener.records.stats(),
    requests: () => listener.records.recent(),
    actionsCreated,
    rows,
    sample(operationId, teamName) {
      const team = world.teams.find(({ name }) => teamName === undefined || name === teamName);
      const entry = catalogue.byId.get(operationId);
      return team && entry ? sampleRequest(world, team, entry) : null;
    },
    advance(ms) {
      advance(ms);
      logs.push();
    },
    now: () => world.now(),
    close: () => listener.close(),
  };
}

const tokenEndsInDays = 13;
const tokenEndsOn = (startMs: number): string => new Date(startMs + tokenEndsInDays * dayMs).toISOString().slice(0, 10);

function allTokens({ seed = 1, tokens = [] }: DemoOptions): DemoToken[] {
  const teams = plannedTeams.map(({ name }) => name);
  const further = tokens.map(
    ({ label, token, team = teams[0] ?? '', reach = 'all' }): DemoToken => ({ label, token, team, reach }),
  );
  return [...standardTokens(seed, teams), ...further];
}

interface Listener {
  records: RequestRecord;
  baseUrl(): string;
  open(port: number, desk: Desk, logs: LogServer): Promise<void>;
  reopen(): Promise<void>;
  close(): Promise<void>;
}

function createListener(): Listener {
  const records = new RequestRecord();
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let desk: Desk | null = null;
  let logs: LogServer | null = null;
  let port = 0;
  async function listen(): Promise<void> {
    const current = createServer({ keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: 0 }, (request, response) => {
      // A caller that hangs up meanwhile is not an error here.
      request.on('error', () => {});
      response.on('error', () => {});
      if (logs?.isFor(request)) logs.answer(request, response);
      else if (desk && isFile(request)) void answerFile(desk.world, desk.faults, request, response);
      else if (desk) void answer(desk, request, response);
    });
    current.on('upgrade', (request, socket) => {
      if (logs?.isFor(request)) logs.upgrade(request, socket);
      else socket.destroy();
    });
    // Its sockets are the program's, which must not run out of them, whoever connects.
    current.maxConnections = 512;
    current.on('connection', (socket) => {
      records.connected();
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      current.once('error', reject);
      current.listen(port, '127.0.0.1', resolve);
    });
    server = current;
    port = (current.address() as AddressInfo).port;
  }
  return {
    records,
    baseUrl: () => `http://127.0.0.1:${port}`,
    async open(wanted, ready, served) {
      desk = ready;
      logs = served;
      port = wanted;
      await listen();
    },
    async reopen() {
      if (!server) await listen();
    },
    async close() {
      const current = server;
      if (!current) return;
      server = null;
      const closed = new Promise<void>((resolve) => current.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function createSwitch(desk: Desk, listener: Listener): FaultSwitch {
  const { faults, world } = desk;
  const tokenOf = (given: string) => desk.tokens.find(({ label, token }) => label === given || token === given)?.token ?? given;
  return {
    add: (match, fault, times = 1) => faults.add(match, fault, times),
    shiftPages: (operation, afterRequests) => faults.addShift(operation, afterRequests),
    revoke: (token) => faults.setRevoked(tokenOf(token), true),
    restore: (token) => faults.setRevoked(tokenOf(token), false),
    nextAction: (outcome, type) => world.orderedOutcomes.push({ type: type ?? null, outcome }),
    offline: () => listener.close(),
    online: () => listener.reopen(),
    clear: () => faults.clear(world),
  };
}
