import { afterAll, describe, expect, it } from 'vitest';
import { loadIndex } from '../../../main/core/digitalocean/catalogue/load.ts';
import { jobsOf } from '../../../main/core/jobs/all.ts';
import { modelKeyOf } from '../../../main/core/names/key-places.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { jobTexts } from '../../doubles/labels/job-texts.ts';
import { createJudge, type Read } from '../../doubles/labels/plain-words.ts';
import { thingsOf } from '../../doubles/labels/things.ts';

/*
 * Every job of every family is opened on the things of the demo account, and each text that it shows is read.
 */

const families = (await loadIndex()).operations.map(({ id }) => id).filter((id) => jobsOf(id).length > 0);
const judge = await createJudge();
afterAll(endAll);

/** An hour has 5,000 requests, so a new account now and then is quicker than to wait. */
const mostRequests = 3_000;
let current: World | null = null;
async function world(): Promise<World> {
  if (current === null || current.sent.length > mostRequests)
    current = await withModelKey(await connected({ seed: 7, limits: { minute: 1e6, hour: 1e6 } }));
  return current;
}

/** Two lists are on a server that asks for another key. */
async function withModelKey(on: World): Promise<World> {
  await on.buoy.calls.saveCredential({ name: modelKeyOf('Harbour Works'), secret: on.demo.inferenceKey });
  return on;
}

/** The names that an engine's own documentation has for its settings are the words of those who change them. */
const isOfEngine = ({ where, kind }: Read): boolean =>
  /^databases_list_clusters (configure|sql-modes): /.test(where) && (kind === 'option' || kind === 'detail');

/** What the demo account's things are not now, but could be: some jobs are there only then. */
const otherStates: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  apps_list: [
    { pinned_deployment: { id: 'd1' } },
    { in_progress_deployment: { id: 'd1', phase: 'BUILDING' } },
    { domains: [{ spec: { domain: 'shop.example.com' }, phase: 'PENDING' }] },
    { spec: { name: 'shop', domains: [{ domain: 'shop.example.com' }], maintenance: { enabled: true } } },
  ],
  apps_list_deployments: [{ phase: 'BUILDING' }],
  byoipPrefixes_list: [{ advertised: false }],
  functions_list_triggers: [{ is_enabled: false }],
  genai_list_agents: [{ knowledge_bases: [{ uuid: 'k1', name: 'handbook' }] }],
  genai_list_knowledge_bases: [{ last_indexing_job: { uuid: 'j1', phase: 'BATCH_JOB_PHASE_RUNNING' } }],
  images_list: [{ type: 'backup' }],
  loadBalancers_list: [{ type: 'GLOBAL' }, { tag: 'web' }],
  monitoring_list_alertPolicy: [{ enabled: false }],
  reservedIPv6_list: [{ droplet: null }],
  uptime_list_checks: [{ enabled: false }],
};

describe.each(families)('the jobs of %s', (family) => {
  it('show words that a person knows, and each can be opened', { timeout: 60_000 }, async () => {
    const on = await world();
    const things = await thingsOf(on, family);
    const others = (otherStates[family] ?? []).flatMap((change) =>
      things.map((thing) => ({ ...thing, row: { ...thing.row, ...change } })),
    );
    const texts = await jobTexts(on, [...things, ...others]);
    const faults = texts
      .filter((read) => !isOfEngine(read))
      .flatMap((read) => judge(read).map((fault) => `${fault}: ${read.where}: ${read.text}`));
    expect([...new Set(faults)]).toEqual([]);
    const shown = new Set(texts.map(({ where }) => where.split(':')[0]));
    expect(
      jobsOf(family)
        .filter(({ name, forMany }) => !forMany?.isOnlyForMany && !shown.has(`${family} ${name}`))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});
