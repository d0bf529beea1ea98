import type { FollowKind } from '../following/followers.ts';
import { followWords } from '../words/following.ts';
import { at } from './at.ts';

/** The API nests the steps of a deployment three deep: what is done, its parts, and each component. */
const deepest = 8;

interface FailedStep {
  component: string;
  isBuild: boolean;
  /** What the API says of it, which may be nothing. */
  reason: string;
}

const textAt = (step: unknown, way: string): string => {
  const text = at(step, way);
  return typeof text === 'string' ? text : '';
};

/** The steps of components that failed, in their order. Steps around them failed because of them. */
function failedSteps(steps: unknown, isInBuild = false, depth = 0): FailedStep[] {
  if (!Array.isArray(steps) || depth > deepest) return [];
  return steps.flatMap((step): FailedStep[] => {
    if (textAt(step, 'status') !== 'ERROR') return [];
    const isBuild = isInBuild || /^build/i.test(textAt(step, 'name')) || /^build/i.test(textAt(step, 'message_base'));
    const inside = failedSteps(at(step, 'steps'), isBuild, depth + 1);
    const component = textAt(step, 'component_name');
    if (inside.length > 0 || component === '') return inside;
    return [{ component, isBuild, reason: textAt(step, 'reason.message') }];
  });
}

/** The deployment of an app. One that failed says which of its components did, and in which step. */
export const deploymentKind: FollowKind = {
  name: 'deployment',
  operationId: 'apps_get_deployment',
  args: ({ app_id = '', deployment_id = '' }) => ({ path: { app_id, deployment_id } }),
  read(body) {
    switch (at(body, 'deployment.phase')) {
      case 'ACTIVE':
      case 'SUPERSEDED':
        return { status: 'completed' };
      case 'CANCELED':
        return { status: 'errored', failure: followWords.deploymentCancelled() };
      case 'ERROR': {
        const [first] = [
          ...failedSteps(at(body, 'deployment.progress.steps')),
          ...failedSteps(at(body, 'deployment.progress.summary_steps')),
        ];
        if (first === undefined) return { status: 'errored' };
        const leads = { log: first.isBuild ? 'build' : 'deploy', component: first.component };
        return { status: 'errored', failure: followWords.componentFailed(first), leads };
      }
      default:
        return { status: 'in-progress' };
    }
  },
};
