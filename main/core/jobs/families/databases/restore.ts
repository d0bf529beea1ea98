import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { clock, longDay } from '../../../../../preload/contract/time-words.ts';
import { counted } from '../../../words/numbers.ts';
import type { Ask, Plan } from '../../job.ts';
import { partsOf } from '../../parts/again.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { clusterIn } from './engine.ts';

export const moment = (iso: string, nowMs: number): string => {
  const atMs = Date.parse(iso);
  return Number.isNaN(atMs) ? iso : `${longDay(atMs, nowMs)}, ${clock(atMs)}`;
};

/** The cluster that a backup is of, and who may connect to it. */
export async function readOrigin(ask: Ask, path: Record<string, string>): Promise<Outcome<{ cluster: JsonObject; rules: Json }>> {
  const [read, rules] = await Promise.all([
    ask.read('databases_get_cluster', path),
    ask.list('databases_list_firewall_rules', path),
  ]);
  if (!read.ok) return read;
  return success({ cluster: clusterIn(read.value), rules: rules.ok ? rules.value : [] });
}

/** A new cluster like the old one, with what the backup of that moment holds. Whom the old one lets in is offered after it. */
export function restored(origin: Readonly<Record<string, Json>>, backup: string, name: string, nowMs: number): Plan {
  const cluster = objectAt(origin, 'cluster');
  const rules = listAt(origin, 'rules')
    .filter(isObject)
    .map((rule) => partsOf(rule, ['type', 'value', 'description']));
  return {
    steps: [
      {
        label: 'Restore',
        operationId: 'databases_create_cluster',
        body: {
          name,
          engine: textAt(cluster, 'engine'),
          version: textAt(cluster, 'version'),
          size: textAt(cluster, 'size'),
          num_nodes: Number(textAt(cluster, 'num_nodes')),
          region: textAt(cluster, 'region'),
          backup_restore: { database_name: textAt(cluster, 'name'), backup_created_at: backup },
        },
      },
    ],
    done: () => `${name} is being made from the backup of ${moment(backup, nowMs)}.`,
    again([answer]) {
      const id = textAt(clusterIn(answer), 'id');
      if (rules.length === 0 || id === '') return null;
      return {
        label: 'Let in the same',
        steps: [
          {
            label: 'Save the rules',
            operationId: 'databases_update_firewall_rules',
            path: { database_cluster_uuid: id },
            body: { rules },
          },
        ],
        done: () => `${name} lets in whom ${textAt(cluster, 'name')} lets in: ${counted(rules.length, 'rule')}.`,
      };
    },
  };
}
