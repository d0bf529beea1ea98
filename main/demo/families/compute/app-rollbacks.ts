import { bodyOf, type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import { badRequest } from '../../wire/problem.ts';
import { type Row, rowOf } from '../../world/table.ts';
import { hourMs, isoOf, minuteMs } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { deploy } from './apps.ts';

const path = '/v2/apps';

const targetOf = (call: Call): Row | undefined =>
  call.team.table(`${path}/${call.path.app_id}/deployments`).find(bodyOf(call).deployment_id);

const isPinned = (call: Call): boolean => rowOf(rowIn(call, path, call.path.app_id), 'pinned_deployment').id !== undefined;

function validate(call: Call): Reply {
  const wasLive = targetOf(call)?.phase === 'SUPERSEDED';
  if (wasLive && !isPinned(call)) return ok({ valid: true, warnings: [] });
  const error = wasLive
    ? { code: 'app_pinned', message: 'The app is pinned to a deployment.', components: [] }
    : { code: 'incompatible_phase', message: 'The deployment was not live before.', components: [] };
  return ok({ valid: false, error, warnings: [] });
}

/** The app stays at the deployment until the rollback is kept or undone. One that is not known has the spec of now. */
function rollBack(call: Call): Reply {
  if (isPinned(call)) throw badRequest('app is pinned to a deployment');
  const { app_id } = call.path;
  const target = targetOf(call);
  const row = deploy(call.world, call.team, app_id, 'rollback', target && rowOf(target, 'spec'));
  call.team.table(path).change(app_id, { pinned_deployment: row });
  return ok({ deployment: row });
}

function unpin(call: Call): void {
  const { id } = rowIn(call, path, call.path.app_id);
  call.team.table(path).change(id, { pinned_deployment: undefined });
}

export const appRollbacks: Family = {
  seeds: {
    [`${path}/{app_id}/job-invocations`]: ({ team, world, parents: [app] }) =>
      [1450, 720, 0].map((minutesAgo) => {
        const startedMs = world.startMs - minutesAgo * minuteMs;
        return {
          id: team.random('job run', String(app), minutesAgo).uuid(),
          job_name: 'nightly-report',
          phase: minutesAgo === 0 ? 'RUNNING' : 'SUCCEEDED',
          created_at: isoOf(startedMs),
          started_at: isoOf(startedMs),
          completed_at: minutesAgo === 0 ? undefined : isoOf(startedMs + hourMs / 4),
        };
      }),
  },
  handlers: {
    apps_validate_rollback: validate,
    apps_create_rollback: rollBack,
    apps_commit_rollback: (call) => {
      unpin(call);
      return { status: 200 };
    },
    apps_revert_rollback: (call) => {
      unpin(call);
      return ok({ deployment: deploy(call.world, call.team, call.path.app_id, 'revert of a rollback') });
    },
    apps_cancel_job_invocation: (call) => {
      const place = `${path}/${call.path.app_id}/job-invocations`;
      const { id } = rowIn(call, place, call.path.job_invocation_id);
      return ok(call.team.table(place).change(id, { phase: 'CANCELED', completed_at: isoOf(call.world.now()) }));
    },
  },
};
