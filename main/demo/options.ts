import type { SampleRequest } from './sample/request.ts';
import type { FaultSwitch } from './wire/faults.ts';
import type { Limits } from './wire/limits.ts';
import type { DemoStats, SeenRequest } from './wire/record.ts';
import type { Reach } from './wire/tokens.ts';
import type { Row } from './world/table.ts';

export interface DemoOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Everything made up follows from it. Default 1. */
  seed?: number;
  /** Over all teams; default 23: 14, 7 and 2. What is beyond goes to the first team. */
  droplets?: number;
  /** Unix milliseconds. Default `Date.now`. */
  now?: () => number;
  /** Waited before every answer. Default 0. */
  latencyMs?: number;
  /** How many times faster than life actions and other long-running things are. Default 1. */
  speed?: number;
  /** Share of actions that end as errored. Default one in fifteen. */
  actionErrorRate?: number;
  limits?: Partial<Limits>;
  /** Whether things happen without a request: actions started elsewhere, a droplet that goes off. Default false. */
  isLively?: boolean;
  /** Further tokens, for one of the teams. */
  tokens?: readonly { label: string; token: string; team?: string; reach?: Reach }[];
}

/** What somebody else does to the account. Teams are named; default the first. */
export interface Elsewhere {
  /** The droplet goes off by itself: no action tells of it. */
  goDown(droplet: string, team?: string): void;
  powerOff(droplet: string, team?: string): number;
  /** Starts a droplet action as another client would; gives its id. Throws where the API refuses. */
  startAction(droplet: string, type: string, extra?: Row, team?: string): number;
  createDroplet(name: string, team?: string): number;
  destroyDroplet(droplet: string, team?: string): void;
  /** Makes an uptime check go down everywhere, or come up again. */
  setCheck(name: string, status: 'UP' | 'DOWN', team?: string): void;
  /** Requests that others make with a token, so many at once. */
  spendRequests(tokenLabel: string, count: number): void;
}

export interface DemoServer {
  /** Without a slash at the end. */
  baseUrl: string;
  /** One with all scopes per team, in the teams' order. */
  tokens: readonly { label: string; token: string }[];
  /** Reads everything, changes nothing: 403 otherwise. */
  readOnlyToken: string;
  /** Reads account, actions, droplets, images, regions and sizes; 403 for all else. */
  limitedToken: string;
  /** For the inference server. */
  inferenceKey: string;
  /** For an agent's own server; account tokens are refused there. */
  agentKey: string;
  faults: FaultSwitch;
  elsewhere: Elsewhere;
  stats(): DemoStats;
  /** The latest 2,000 requests, oldest first. */
  requests(): readonly SeenRequest[];
  /** How many actions a droplet has had since the start, over all teams. */
  actionsCreated(dropletId: number): number;
  /** What a collection holds now, such as `/v2/droplets`. */
  rows(path: string, team?: string): readonly Row[];
  /** A request for an operation that finds something and is taken; `null` where the team has nothing for it. */
  sample(operationId: string, team?: string): SampleRequest | null;
  /** Moves the clock ahead; whatever falls due happens. */
  advance(ms: number): void;
  /** The demo's clock, Unix milliseconds. */
  now(): number;
  /** Ends every connection and the listener. */
  close(): Promise<void>;
}
