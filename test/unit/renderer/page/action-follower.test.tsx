import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { action } from '../../../doubles/invented/invented-actions.ts';
import { drawPage } from '../draw-page.tsx';

const route = '#/logs/hw/app-1/build/d1';

describe('a toast about what was started', () => {
  it.each([
    [route, { label: 'Show its log', hash: route }],
    [null, { label: 'Details', hash: '#/activity/hw:follow-1' }],
    ['#/droplets/hw:1', { label: 'Details', hash: '#/activity/hw:follow-1' }],
  ])('leads, when it failed, to its log or else to the actions: %s', async (to, link) => {
    const { page, bridge } = await drawPage(null);
    const running = action({
      key: 'hw:follow-1',
      type: 'deploy',
      title: 'Deploying storefront',
      resourceName: 'storefront',
      startedAtMs: 0,
    });
    await act(async () => bridge.patch({ tables: { actions: { set: [running], remove: [] } } }));
    await act(async () => page.follow('storefront is being deployed.', [running.key]));
    // Its way on is offered there, beside what it would go on over.
    const goOn = [{ label: 'Go on', id: 'job-2', untilMs: 9 }];
    const ended = {
      ...running,
      failure: { kind: 'conflict' as const, message: 'It was changed elsewhere.', changes: [{ way: ['tags'] }], goOn },
      status: 'errored' as const,
      title: 'Deployment of storefront failed',
      route: to,
      completedAtMs: 1,
    };
    await act(async () => bridge.patch({ tables: { actions: { set: [ended], remove: [] } } }));
    expect(page.toasts.list()).toMatchObject([
      { tone: 'failed', title: 'Deployment of storefront failed', link, prepared: null },
    ]);
  });
});
