import { afterEach, describe, expect, it } from 'vitest';
import { type DemoServer, startDemo } from '../../main/demo/server.ts';
import { createFakeClock, type FakeClock } from '../doubles/core/fake-clock.ts';

/** The logs of apps as the demo account keeps them, by plain requests. */

let demo: DemoServer;
afterEach(() => demo.close());

async function start(): Promise<FakeClock> {
  const clock = createFakeClock();
  demo = await startDemo({ seed: 7, now: clock.now });
  return clock;
}

async function get(path: string) {
  const answer = await fetch(`${demo.baseUrl}${path}`, { headers: { authorization: `Bearer ${demo.tokens[0]?.token}` } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const app = (name: string) => demo.rows('/v2/apps').find((row) => JSON.stringify(row).includes(`"name":"${name}"`)) ?? {};

describe('the demo account', () => {
  it('gives an address with a token, which stops working after a quarter of an hour', async () => {
    const clock = await start();
    const { body } = await get(`/v2/apps/${app('storefront').id}/logs?type=BUILD`);
    const [address = ''] = body.historic_urls as string[];
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/logs\/kept\?token=[0-9a-f]{48}$/);
    const kept = await fetch(address);
    expect([kept.status, await kept.text()]).toEqual([200, expect.stringContaining('build complete')]);
    expect((await fetch(address.replace(/token=./, 'token=x'))).status).toBe(410);
    await clock.advance(900_001);
    expect((await fetch(address)).status).toBe(410);
  });

  it('has nothing where nothing was written, and refuses what it does not know', async () => {
    await start();
    expect(await get(`/v2/apps/${app('status-page').id}/logs?type=RUN_RESTARTED`)).toEqual({ status: 200, body: {} });
    expect((await get(`/v2/apps/${app('storefront').id}/logs?type=OTHER`)).status).toBe(400);
    expect((await get(`/v2/apps/${app('storefront').id}/components/none/logs?type=RUN`)).status).toBe(404);
    expect((await get(`/v2/apps/${app('storefront').id}/deployments/none/logs?type=RUN`)).status).toBe(404);
  });

  it('keeps one log elsewhere, at a name that leads nowhere', async () => {
    await start();
    const { body } = await get(`/v2/apps/${app('status-page').id}/logs?type=RUN`);
    expect(String(body.live_url)).toMatch(/^https:\/\/[\w.]+\.invalid\//);
  });

  it('no longer has the log of a run of a day ago', async () => {
    await start();
    const { id } = app('storefront');
    const runs = await get(`/v2/apps/${id}/job-invocations`);
    const statuses = await Promise.all(
      (runs.body.job_invocations as { id: string }[]).map(async (run) => {
        const { body } = await get(`/v2/apps/${id}/jobs/nightly-report/invocations/${run.id}/logs?type=JOB_INVOCATION`);
        const [kept] = (body.historic_urls as string[] | undefined) ?? [];
        return kept === undefined || kept === '' ? 'live' : (await fetch(kept)).status;
      }),
    );
    expect(statuses.sort()).toEqual([200, 410, 'live']);
  });
});
