import type { Firing } from '../watching/firings.ts';
import type { Flaps } from '../watching/flapping.ts';
import type { Verdict } from '../watching/judge.ts';
import type { ThingKind } from '../watching/policy-metrics.ts';
import type { SteadyValues } from './alert-metrics.ts';

/** An alert policy on one of its things, as Buoy judged it: the API has no state for it. */
export interface AlertState extends Verdict {
  /** `policyUuid/thingId`. */
  key: string;
  policyUuid: string;
  description: string;
  /** The API's type, such as `v1/insights/droplet/cpu`. */
  type: string;
  comparison: 'GreaterThan' | 'LessThan';
  /** In the metric's unit. */
  threshold: number;
  windowMs: number;
  thing: { kind: ThingKind; id: string; name: string };
  /** When Buoy last saw it begin or end to fire, Unix milliseconds; `null`: never. */
  changedAtMs: number | null;
  /** When its samples were last read; `null`: never. */
  lookedAtMs: number | null;
  /** When Buoy last tried to. */
  triedAtMs: number;
  /** How far this machine's clock was ahead then, in milliseconds. */
  aheadMs: number;
  /** How often it fired lately. */
  flaps: Flaps;
  /** When it fired before, as Buoy saw it, oldest first. */
  past: readonly Firing[];
  /** What need not be asked at every look. */
  steady: readonly SteadyValues[];
}

/** By key. */
export type AlertStates = ReadonlyMap<string, AlertState>;
