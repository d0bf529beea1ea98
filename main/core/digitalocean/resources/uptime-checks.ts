import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import type { UptimeCheckId } from './identifiers.ts';
import { callAs, listAs, under } from './typed-calls.ts';
import { identifier, isTrue, number, oneOf, record, string, strings, timeMs } from './wire-values.ts';

/** A check from outside that a target answers. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Uptime */
export interface UptimeCheck {
  id: UptimeCheckId;
  name: string;
  type: 'ping' | 'http' | 'https' | 'unknown';
  typeRaw: string;
  /** The address that it checks. */
  target: string;
  /** Regions of the world that check it. */
  regions: string[];
  isEnabled: boolean;
}

/** What one region of the world sees. */
export interface UptimeRegionState {
  region: string;
  status: 'UP' | 'DOWN' | 'CHECKING' | 'unknown';
  statusRaw: string;
  changedAtMs: number | null;
  thirtyDayUptimePercent: number | null;
}

/** What all regions see of one check. Empty while the check is new. */
export interface UptimeCheckState {
  regions: UptimeRegionState[];
  /** The last outage; null: none is known. */
  previousOutage: { region: string; startedAtMs: number | null; endedAtMs: number | null; durationSeconds: number | null } | null;
}

const types = ['ping', 'http', 'https'] as const;
const statuses = ['UP', 'DOWN', 'CHECKING'] as const;

/** A check from the wire; undefined without id. */
export function parseUptimeCheck(raw: unknown): UptimeCheck | undefined {
  const wire = record(raw);
  const id = identifier(wire?.id);
  if (!wire || id === null) return undefined;
  return {
    id,
    name: string(wire.name) ?? '',
    type: oneOf(wire.type, types),
    typeRaw: string(wire.type) ?? '',
    target: string(wire.target) ?? '',
    regions: strings(wire.regions),
    // The API leaves it out for checks that were made before they could be switched off.
    isEnabled: wire.enabled === undefined || isTrue(wire.enabled),
  };
}

/** The state of a check from the wire. A new check has no regions yet. */
export function parseUptimeCheckState(raw: unknown): UptimeCheckState | undefined {
  const wire = record(raw);
  if (!wire) return undefined;
  const outage = record(wire.previous_outage);
  return {
    regions: Object.entries(record(wire.regions) ?? {}).map(([region, state]) => parseRegionState(region, state)),
    previousOutage: outage && {
      region: string(outage.region) ?? '',
      startedAtMs: timeMs(outage.started_at),
      endedAtMs: timeMs(outage.ended_at),
      durationSeconds: number(outage.duration_seconds),
    },
  };
}

function parseRegionState(region: string, raw: unknown): UptimeRegionState {
  const wire = record(raw);
  return {
    region,
    status: oneOf(wire?.status, statuses),
    statusRaw: string(wire?.status) ?? '',
    changedAtMs: timeMs(wire?.status_changed_at),
    thirtyDayUptimePercent: number(wire?.thirty_day_uptime_percentage),
  };
}

/** Every uptime check of the team, without its state. Complete or a failure. */
export function listUptimeChecks(api: Api, options: CallOptions = {}): Promise<Outcome<UptimeCheck[]>> {
  return listAs(api, 'uptime_list_checks', { options, parse: parseUptimeCheck });
}

/** The state of one check in every region, in one request. */
export function getUptimeCheckState(api: Api, id: UptimeCheckId, options: CallOptions = {}): Promise<Outcome<UptimeCheckState>> {
  const parse = under('state', parseUptimeCheckState);
  return callAs(api, 'uptime_get_checkState', { args: { path: { check_id: id } }, options, parse });
}
