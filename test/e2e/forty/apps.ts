import { type Request, type Row, request } from './row.ts';
import type { Account } from './stage.ts';
import { rowOf } from './things.ts';

interface Spec extends Record<string, unknown> {
  services: [Record<string, unknown>, Record<string, unknown>];
}

/** The spec of storefront as it is read, with a change made to a copy. */
async function spec(account: Account, change: (spec: Spec) => void): Promise<Spec> {
  const copy = structuredClone((await rowOf(account, 'storefront')).spec) as Spec;
  change(copy);
  return copy;
}

const saves = (change: (spec: Spec) => void): Request[] => [
  request('GET /v2/apps/{storefront}'),
  request('POST /v2/apps/propose', async (account) => ({
    app_id: (await rowOf(account, 'storefront')).id,
    spec: await spec(account, change),
  })),
  request('PUT /v2/apps/{storefront}', async (account) => ({ spec: await spec(account, change) })),
];

const back = '{"deployment_id":"{the old deployment}","skip_pin":false}';

export const appRows: readonly Row[] = [
  {
    number: 4,
    does: 'redeploy storefront',
    most: 1,
    begins: 'storefront',
    hands: (hand) => hand.press('Redeploy'),
    sends: [request('POST /v2/apps/{storefront}/deployments', '{"force_build":false}')],
    says: 'storefront is being deployed.',
  },
  {
    number: 5,
    does: 'restart only web of storefront',
    most: 3,
    begins: 'storefront',
    async hands(hand) {
      await hand.press('Restart…');
      await hand.tick('web');
      await hand.send('Restart');
    },
    sends: [request('POST /v2/apps/{storefront}/restart', '{"components":["web"]}')],
    says: 'web of storefront is being restarted.',
  },
  {
    number: 6,
    does: 'run two of web',
    most: 4,
    begins: 'storefront',
    async hands(hand) {
      await hand.press('Scale…');
      await hand.choose('Component', 'web');
      await hand.write(/^Instances/, '2');
      await hand.send('Scale and deploy');
    },
    sends: saves(({ services: [web] }) => Object.assign(web, { instance_count: 2 })),
    says: 'web of storefront is being scaled. The app then costs $36.00 a month.',
  },
  {
    number: 7,
    does: 'add the secret API_KEY to api',
    most: 5,
    begins: 'storefront',
    async hands(hand) {
      await hand.press('Edit variables…');
      await hand.add('Add variable to api');
      await hand.write('Name', 'API_KEY');
      await hand.write('Value', 's3');
      await hand.tick('Secret');
      await hand.send('Save and deploy');
    },
    sends: saves(({ services: [, api] }) =>
      Object.assign(api, { envs: [{ key: 'API_KEY', value: 's3', scope: 'RUN_TIME', type: 'SECRET' }] }),
    ),
    says: 'API_KEY is set for api of storefront, and a new deployment starts. The app then costs $24.00 a month.',
  },
  {
    number: 8,
    does: 'go back to the deployment of 9 days ago, and keep it',
    most: 4,
    begins: 'the old deployment',
    async hands(hand, { pass }) {
      await hand.press('Roll back to this…');
      await hand.send('Roll back');
      await pass(60_000);
      await hand.press('Show');
      await hand.press('Keep the rollback');
    },
    sends: [
      request('POST /v2/apps/{storefront}/rollback/validate', back),
      request('POST /v2/apps/{storefront}/rollback', back),
      request('POST /v2/apps/{storefront}/rollback/commit'),
    ],
    says: 'storefront stays at the version that was rolled back to, and new deployments run again.',
  },
];
