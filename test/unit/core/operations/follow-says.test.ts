import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../../main/core/names/routes.ts';
import { followKinds } from '../../../../main/core/operations/follow-kinds.ts';

describe('following a security scan', () => {
  const read = (status: string) =>
    followKinds.find(({ name }) => name === 'security-scan')?.read({ scan: { status } }, {}, String);

  it('says that scans are not turned on, and not that one has failed', () => {
    expect(read('CSPM_NOT_ENABLED')).toEqual({
      status: 'errored',
      failure: expect.objectContaining({ message: 'Security scans are not turned on for this team.' }),
    });
    expect(read('FAILED')).toEqual({ status: 'errored' });
    expect(read('COMPLETED')).toEqual({ status: 'completed' });
  });
});

describe('following a deployment', () => {
  const read = (deployment: object) => followKinds.find(({ name }) => name === 'deployment')?.read({ deployment }, {}, String);
  const failed = (...steps: object[]) => read({ phase: 'ERROR', progress: { steps } });
  const step = (name: string, ...steps: object[]) => ({ name, status: 'ERROR', steps });
  const of = (component_name: string, facts: object = {}) => ({ component_name, status: 'ERROR', ...facts });

  it('that failed says which component did, whether it was being built, and why if the answer tells', () => {
    const built = { name: 'api', component_name: 'api', status: 'SUCCESS' };
    const reason = { code: 'BuildJobExitNonZero', message: 'exit status 1.\nand more' };
    expect(failed(step('build', step('components', built, of('web', { reason }))))).toMatchObject({
      status: 'errored',
      failure: { message: 'Build of web failed: exit status 1.', nextStep: expect.stringContaining('log') as string },
    });
    expect(failed(step('build', step('components', of('web'))))).toMatchObject({ failure: { message: 'Build of web failed.' } });
    expect(failed(step('deploy', step('components', of('api'))))).toMatchObject({ failure: { message: 'Start of api failed.' } });
  });

  it('that failed leads to the log of that component, of its build or of its start', () => {
    const whereTo = (leads: Record<string, string> = {}) => {
      const target = { app_id: 'a1', deployment_id: 'd1', ...leads };
      const follow = { kind: 'deployment', target, titles: { running: '', completed: '', errored: '' }, route: '#/panel' };
      return routeOf({ connectionId: 'hw', status: 'errored', follow, resourceType: 'app', resourceId: null });
    };
    expect(whereTo(failed(step('build', step('components', of('web'))))?.leads)).toBe('#/logs/hw/a1/build/d1/web');
    expect(whereTo(failed(step('deploy', step('components', of('api'))))?.leads)).toBe('#/logs/hw/a1/deploy/d1/api');
    expect(whereTo(failed(step('build'))?.leads)).toBe('#/logs/hw/a1/build/d1');
  });

  it('reads the flattened summary where the answer has no steps', () => {
    const summary_steps = [of('web', { message_base: 'Building service' })];
    expect(read({ phase: 'ERROR', progress: { steps: [], summary_steps } })).toMatchObject({
      failure: { message: 'Build of web failed.' },
    });
  });

  it('says nothing more than that it failed where no component is told', () => {
    expect(failed(step('build'))).toEqual({ status: 'errored' });
    expect(read({ phase: 'ERROR', progress: 'odd' })).toEqual({ status: 'errored' });
  });

  it('that was cancelled says so, and not that it failed', () => {
    expect(read({ phase: 'CANCELED' })).toMatchObject({ status: 'errored', failure: { message: 'It was cancelled.' } });
  });
});
