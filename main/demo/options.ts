import type { SpentDay } from './families/account/spent-days.ts';
import type { SampleRequest } from './sample/request.ts';
import type { FaultSwitch } from './wire/faults.ts';
import type { Limits } from './wire/limits.ts';
import type { DemoStats, SeenRequest } from './wire/record.ts';
import type { Reach } from './wire/tokens.ts';
import type { Row } from './world/table.ts';

export interface DemoOptions {
  /** Default 0: any free port. */
  port?: number;
  /** All invented data follows from it. Default 1. */
  seed?: number;
  /** Number over all teams. Default 23: 14, 7 and 2. Any more go to the first team. */
  droplets?: number;
  /** Unix milliseconds. Default `Date.now`. */
  now?: () => number;
  /** Milliseconds to wait before every answer. Default 0. */
  latencyMs?: number;
  /** How many times faster than in reality actions and other long operations run. Default 1. */
  speed?: number;
  /** Share of actions that end as errored. Default one in fifteen. */
  actionErrorRate?: number;
  limits?: Partial<Limits>;
  /** Whether things happen without a request, such as actions started elsewhere or a droplet that goes off. Default false. */
  isLively?: boolean;
  /** More tokens, each for one of the teams. */
  tokens?: readonly { label: string; token: string; team?: string; reach?: Reach }[];
}

/** Things that somebody else does to the account. The team is given by name; default the first. */
export interface Elsewhere {
  /** Turns the droplet off without an action. */
  goDown(droplet: string, team?: string): void;
  powerOff(droplet: string, team?: string): number;
  /** Starts a droplet action as another client would, and returns its id. Throws when the API refuses it. */
  startAction(droplet: string, type: string, extra?: Row, team?: string): number;
  createDroplet(name: string, team?: string): number;
  destroyDroplet(droplet: string, team?: string): void;
  /** Makes an uptime check go down everywhere, or come up again. */
  setCheck(name: string, status: 'UP' | 'DOWN', team?: string): void;
  /** Makes a droplet's processors as busy as that from now on, in percent. */
  setLoad(droplet: string, percent: number, team?: string): void;
  /** That many requests at once, made by others with a token. */
  spendRequests(tokenLabel: string, count: number): void;
}

export interface DemoServer {
  /** Without a slash at the end. */
  baseUrl: string;
  /**
   * One token with all scopes for each team, in the order of the teams. `endsOn`: a day that somebody entered for its end. `spent`:
   * what was seen of its bill on the days before the start.
   */
  tokens: readonly { label: string; token: string; endsOn?: string; spent: readonly SpentDay[] }[];
  /** Reads everything and changes nothing: 403 for any change. */
  readOnlyToken: string;
  /** Reads account, actions, droplets, images, regions and sizes; 403 for everything else. */
  limitedToken: string;
  /** For the inference server. */
  inferenceKey: string;
  /** For an agent's own server, which refuses account tokens. */
  agentKey: string;
  faults: FaultSwitch;
  elsewhere: Elsewhere;
  stats(): DemoStats;
  /** The latest 2,000 requests, oldest first. */
  requests(): readonly SeenRequest[];
  /** How many actions a droplet has had since the start, in all teams. */
  actionsCreated(dropletId: number): number;
  /** The things of a collection now, by its path, such as `/v2/droplets`. */
  rows(path: string, team?: string): readonly Row[];
  /** A request for an operation that finds something and succeeds; `null` when the team has nothing for it. */
  sample(operationId: string, team?: string): SampleRequest | null;
  /** Moves the clock ahead. Whatever falls due meanwhile happens. */
  advance(ms: number): void;
  /** The demo's clock, Unix milliseconds. */
  now(): number;
  /** Ends every connection and the listener. */
  close(): Promise<void>;
}
