import { type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import { type Row, rowOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import type { World } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { isBackedUp } from './droplet-row.ts';

const usual: Row = { plan: 'weekly', weekday: 'SUN', hour: 4, window_length_hours: 4, retention_period_days: 28 };
const daily: Row = { plan: 'daily', hour: 4, window_length_hours: 4, retention_period_days: 7 };

const place = (id: unknown) => `/v2/droplets/${id}/backups/policy`;

/** Stores the policy of a body. Without one the plan is daily, as in the API. */
export function addBackupPolicy(_: World, team: Team, droplet: Row, body: Row): void {
  const given = rowOf(body, 'backup_policy');
  const base = given.plan === 'weekly' ? usual : daily;
  team.keep(place(droplet.id), { ...base, ...given });
}

function recordOf(team: Team, droplet: Row): Row {
  const isOn = isBackedUp(droplet);
  return {
    droplet_id: droplet.id,
    backup_enabled: isOn,
    ...(isOn
      ? { backup_policy: team.document(place(droplet.id), () => usual), next_backup_window: droplet.next_backup_window }
      : {}),
  };
}

/** An object keyed by droplet id, which has pages all the same. */
function listPolicies(call: Call): Reply {
  const page = Math.max(1, Number(call.query.get('page') ?? 1));
  const size = Math.min(200, Math.max(1, Number(call.query.get('per_page') ?? 20)));
  const on = call.team.table('/v2/droplets').list().filter(isBackedUp);
  const shown = on.slice((page - 1) * size, page * size);
  const policies = Object.fromEntries(shown.map((droplet) => [String(droplet.id), recordOf(call.team, droplet)]));
  const last = Math.max(1, Math.ceil(on.length / size));
  const link = (number: number) => `${call.world.baseUrl()}${call.pathname}?page=${number}&per_page=${size}`;
  const pages = {
    ...(page > 1 ? { first: link(1), prev: link(page - 1) } : {}),
    ...(page < last ? { next: link(page + 1), last: link(last) } : {}),
  };
  return ok({ policies, links: { pages }, meta: { total: on.length } });
}

function supported(): Reply {
  const hours = [0, 4, 8, 12, 16, 20];
  const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
  return ok({
    supported_policies: [
      { name: 'daily', possible_window_starts: hours, window_length_hours: 4, retention_period_days: 7, possible_days: [] },
      { name: 'weekly', possible_window_starts: hours, window_length_hours: 4, retention_period_days: 28, possible_days: days },
    ],
  });
}

export const backupPolicies: Family = {
  handlers: {
    droplets_list_backup_policies: listPolicies,
    droplets_get_backup_policy: (call) => ok({ policy: recordOf(call.team, rowIn(call, '/v2/droplets', call.path.droplet_id)) }),
    droplets_list_supported_backup_policies: supported,
  },
};
