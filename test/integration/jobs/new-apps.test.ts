import { afterEach, describe, expect, it } from 'vitest';
import type { JobValues } from '../../../preload/contract/job.ts';
import { type Acceptance, describeJobs, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const familyId = 'apps_list';
const apps = '/v2/apps';

/** An app that is made from that source: it is checked first, then the same is sent. */
const made = (does: string, values: JobValues, source: Record<string, unknown>): Acceptance => {
  const service = { name: 'web', ...source, instance_count: 1, instance_size_slug: 'apps-s-1vcpu-1gb', http_port: 3000 };
  const spec = { name: 'quay', region: 'ams', services: [service] };
  return {
    does,
    how: () => ({
      familyId,
      job: 'new',
      values: { name: 'quay', region: 'ams', size: 'apps-s-1vcpu-1gb', port: 3000, ...values },
    }),
    sends: () => [
      [`POST ${apps}/propose`, { spec }],
      [`POST ${apps}`, { spec }],
    ],
    says: 'quay is being made and deployed. The app then costs $12.00 a month. It is in Amsterdam.',
    makes: [apps, 'quay'],
  };
};

const yaml = `name: quay
region: fra
services:
  - name: web
    image: { registry_type: DOCKER_HUB, registry: library, repository: nginx, tag: "1.27" }
    instance_size_slug: apps-s-1vcpu-0.5gb
`;
const specOfYaml = {
  name: 'quay',
  region: 'fra',
  services: [
    {
      name: 'web',
      image: { registry_type: 'DOCKER_HUB', registry: 'library', repository: 'nginx', tag: '1.27' },
      instance_size_slug: 'apps-s-1vcpu-0.5gb',
    },
  ],
};

const fromSpec = (does: string, text: string): Acceptance => ({
  does,
  how: () => ({ familyId, job: 'from-spec', values: { spec: text } }),
  sends: () => [
    [`POST ${apps}/propose`, { spec: specOfYaml }],
    [`POST ${apps}`, { spec: specOfYaml }],
  ],
  says: 'quay is being made and deployed. The app then costs $5.00 a month.',
});

describeJobs('apps: new ones', [
  made(
    'make one from a repository, whose address is pasted',
    { repository: 'https://github.com/example/quay.git', branch: 'release' },
    { github: { repo: 'example/quay', branch: 'release', deploy_on_push: true } },
  ),
  made(
    'make one from GitLab, and deploy by hand',
    { host: 'gitlab', repository: 'example/quay', onPush: false },
    { gitlab: { repo: 'example/quay', branch: 'main', deploy_on_push: false } },
  ),
  made(
    'make one from a public repository elsewhere',
    { host: 'git', address: 'https://git.example.com/quay.git' },
    { git: { repo_clone_url: 'https://git.example.com/quay.git', branch: 'main' } },
  ),
  made(
    'make one from an image of the team',
    { from: 'image', image: 'tools/backup', tag: 'v2.14.0' },
    { image: { registry_type: 'DOCR', repository: 'tools/backup', tag: 'v2.14.0' } },
  ),
  made(
    'make one from an image of Docker Hub',
    { from: 'image', registry: 'hub', hubImage: 'nginx' },
    { image: { registry_type: 'DOCKER_HUB', registry: 'library', repository: 'nginx', tag: 'latest' } },
  ),
  fromSpec('make one from a spec in YAML', yaml),
  fromSpec('make one from a spec in JSON', JSON.stringify(specOfYaml)),
]);

describe('a new app', () => {
  afterEach(endAll);

  it('is followed until its first deployment is live', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { familyId, job: 'from-spec', values: { spec: yaml } });
    await world.pass(120_000);
    const [row] = (await world.view()).tables.actions.filter((action) => JSON.stringify(action).includes('quay'));
    expect(row).toMatchObject({ status: 'completed' });
    expect(rowIn(world, apps, 'quay').live_url).toMatch(/^https:/);
  });

  it('tells its price before it is made', async () => {
    const world = await connected({ seed: 7 });
    const form = await openOn(world, { familyId, job: 'from-spec' });
    const weight = await world.buoy.calls.weighJob({ id: form.id, values: { spec: yaml }, isPriced: true });
    expect(weight).toMatchObject({ ok: true, value: { price: '$5.00 a month.' } });
  });

  it.each(['{', 'just words', 'region: fra', '- name: quay'])('is not asked for with %j as its spec', async (spec) => {
    const world = await connected({ seed: 7 });
    const { sent, result } = await doJob(world, { familyId, job: 'from-spec', values: { spec } });
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ ok: false, failure: { field: 'spec' } });
  });
});
