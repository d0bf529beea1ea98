import { bodyOf, type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import { badRequest } from '../../wire/problem.ts';
import { type Row, rowOf } from '../../world/table.ts';
import { hourMs, isoOf, minuteMs } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { deploy } from './apps.ts';

const path = '/v2/apps';

/** What stands against going back to a deployment; `null`: nothing. */
function problemOf(call: Call): Row | null {
  const target = rowIn(call, `${path}/${call.path.app_id}/deployments`, bodyOf(call).deployment_id);
  const isPinned = rowOf(rowIn(call, path, call.path.app_id), 'pinned_deployment').id !== undefined;
  if (isPinned) return { code: 'app_pinned', message: 'the app is pinned to a deployment', components: [] };
  if (target.phase === 'SUPERSEDED') return null;
  return { code: 'incompatible_phase', message: 'the deployment was not live before', components: [] };
}

function validate(call: Call): Reply {
  const error = problemOf(call);
  return ok(error ? { valid: false, error, warnings: [] } : { valid: true, warnings: [] });
}

/** The app stays at the deployment until the rollback is kept or undone. */
function rollBack(call: Call): Reply {
  const error = problemOf(call);
  if (error) throw badRequest(String(error.message));
  const { app_id } = call.path;
  const target = rowIn(call, `${path}/${app_id}/deployments`, bodyOf(call).deployment_id);
  const row = deploy(call.world, call.team, app_id, 'rollback', rowOf(target, 'spec'));
  call.team.table(path).change(app_id, { pinned_deployment: row });
  return ok({ deployment: row });
}

function unpin(call: Call): void {
  if (rowOf(rowIn(call, path, call.path.app_id), 'pinned_deployment').id === undefined) throw badRequest('app is not pinned');
  call.team.table(path).change(call.path.app_id, { pinned_deployment: undefined });
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
      return ok({});
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
