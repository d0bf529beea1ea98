import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import type { AlertPolicyUuid } from './identifiers.ts';
import { listAs } from './typed-calls.ts';
import { identifier, identifiers, isEmptyList, isTrue, numeric, oneOf, record, string } from './wire-values.ts';

/**
 * A rule that alerts when a metric crosses a limit. The API does not say whether it fires, so Buoy computes that itself.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/monitoring_list_alertPolicy
 */
export interface AlertPolicy {
  uuid: AlertPolicyUuid;
  /** As the API spells it, such as `v1/insights/droplet/cpu`. */
  type: string;
  description: string;
  compare: 'GreaterThan' | 'LessThan' | 'unknown';
  compareRaw: string;
  /** The limit, in the unit of the metric: percent, load, or Mbit/s. */
  value: number;
  /** Minutes over which the metric is compared with the limit; null for a window that Buoy does not know. */
  windowMinutes: number | null;
  windowRaw: string;
  /** Droplet ids and other identifiers as text. */
  entities: string[];
  tags: string[];
  /** It names neither entities nor tags, so it is about everything. Not so where they are there and cannot be read. */
  isAboutAll: boolean;
  isEnabled: boolean;
}

const comparisons = ['GreaterThan', 'LessThan'] as const;
const windowMinutes: Readonly<Record<string, number>> = { '5m': 5, '10m': 10, '30m': 30, '1h': 60 };

/** A policy from the wire; undefined without uuid, type or value. */
export function parseAlertPolicy(raw: unknown): AlertPolicy | undefined {
  const wire = record(raw);
  const uuid = identifier(wire?.uuid);
  const type = string(wire?.type);
  const value = numeric(wire?.value);
  if (!wire || uuid === null || type === null || value === null) return undefined;
  const windowRaw = string(wire.window) ?? '';
  return {
    uuid,
    type,
    description: string(wire.description) ?? '',
    compare: oneOf(wire.compare, comparisons),
    compareRaw: string(wire.compare) ?? '',
    value,
    windowMinutes: Object.hasOwn(windowMinutes, windowRaw) ? (windowMinutes[windowRaw] ?? null) : null,
    windowRaw,
    entities: identifiers(wire.entities),
    tags: identifiers(wire.tags),
    isAboutAll: isEmptyList(wire.entities) && isEmptyList(wire.tags),
    isEnabled: isTrue(wire.enabled),
  };
}

/** Every alert policy of the team. Complete or a failure. */
export function listAlertPolicies(api: Api, options: CallOptions = {}): Promise<Outcome<AlertPolicy[]>> {
  return listAs(api, 'monitoring_list_alertPolicy', { options, parse: parseAlertPolicy });
}
