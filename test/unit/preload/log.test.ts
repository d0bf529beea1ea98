import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLogRoute, type LogSource, logRoute, logSourceOf, logTypes } from '../../../preload/contract/log-route.ts';
import { routeSchema } from '../../../preload/contract/route.ts';
import { parseRoute } from '../../../renderer/routes/routes.ts';

const at = (hash: string) => {
  const route = parseRoute(hash);
  return route.view === 'logs' ? logSourceOf(route.path) : undefined;
};

describe('the address of a log', () => {
  it.each<[Partial<LogSource>, string]>([
    [{}, '#/logs/demo-1/app/run'],
    [{ type: 'build', deploymentId: 'd1' }, '#/logs/demo-1/app/build/d1'],
    [{ component: 'web' }, '#/logs/demo-1/app/run/-/web'],
    [{ type: 'job', component: 'nightly', runId: 'r1' }, '#/logs/demo-1/app/job/-/nightly/r1'],
  ])('of %j is %s', (change, route) => {
    const source: LogSource = {
      connectionId: 'demo-1',
      appId: 'app',
      type: 'run',
      deploymentId: null,
      component: null,
      runId: null,
      ...change,
    };
    expect(logRoute(source)).toBe(route);
    expect([isLogRoute(route), at(route)]).toEqual([true, source]);
  });

  it('leads to the same log again, whatever its names are', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .filter((text) => text !== '-' && text.isWellFormed());
    fc.assert(
      fc.property(
        fc.record({
          connectionId: name,
          appId: name,
          type: fc.constantFrom(...logTypes.filter((type) => type !== 'job')),
          deploymentId: fc.option(name),
          component: fc.option(name),
          runId: fc.constant(null),
        }),
        (source) => {
          expect(at(logRoute(source))).toEqual(source);
        },
      ),
    );
  });

  it('is short enough to be sent to the page, with ids as the API makes them', () => {
    const uuid = '8f31c02a-1234-4abc-8def-0123456789ab';
    const longest = {
      connectionId: uuid,
      appId: uuid,
      type: 'crashed',
      deploymentId: uuid,
      component: 'c'.repeat(32),
      runId: uuid,
    } as const;
    expect(routeSchema.safeParse(logRoute(longest)).success).toBe(true);
  });

  it.each([
    '#/logs',
    '#/logs/c1',
    '#/logs/c1/a1/other',
    '#/logs/c1/a1/job',
    '#/logs/c1/a1/job/-/nightly',
    `#/logs/c1/${'a'.repeat(200)}`,
  ])('names none: %s', (hash) => {
    expect(at(hash)).toBeNull();
  });
});
