import { ok } from '../../wire/call.ts';
import type { Row } from '../../world/table.ts';
import { dayMs, isoOf } from '../../world/world.ts';
import type { Family } from '../family.ts';

const clicks: readonly (readonly [slug: string, type: string])[] = [
  ['docker-20-04', 'droplet'],
  ['wordpress-24-04', 'droplet'],
  ['nodejs-24-04', 'droplet'],
  ['monitoring', 'kubernetes'],
  ['ingress-nginx', 'kubernetes'],
  ['cert-manager', 'kubernetes'],
];

const offers = '/v2/add-ons/apps';
const added = '/v2/add-ons/saas';

interface AddOn {
  app_slug: string;
  name: string;
  plans: readonly (readonly [slug: string, name: string, monthlyUsd: number])[];
  /** What its maker wants to know. */
  asks: readonly Row[];
}

const addOns: readonly AddOn[] = [
  {
    app_slug: 'mail-postman',
    name: 'Mail Postman',
    plans: [
      ['starter', 'Mail starter', 15],
      ['business', 'Mail business', 80],
    ],
    asks: [
      { name: 'domain', display_name: 'Sending domain', description: 'Mail is sent in its name.', type: 'string' },
      { name: 'tracking', display_name: 'Track what is opened', description: '', type: 'boolean' },
    ],
  },
  {
    app_slug: 'log-lantern',
    name: 'Log Lantern',
    plans: [
      ['free', 'One day of logs', 0],
      ['month', 'A month of logs', 29],
    ],
    asks: [
      {
        name: 'zone',
        display_name: 'Kept in',
        description: 'Where logs are kept.',
        type: 'string',
        options: ['Europe', 'North America'],
      },
    ],
  },
];

/** An add-on tells what it is called, and what it costs. */
function bornAddOn(row: Row): Row {
  const addOn = addOns.find(({ app_slug }) => app_slug === row.app_slug);
  const plan = addOn?.plans.find(([slug]) => slug === row.plan_slug);
  if (!addOn || !plan) return row;
  return { ...row, app_name: addOn.name, plan_name: plan[1], plan_price_per_month: plan[2], sso_url: '', message: '' };
}

/** Things that others built: one-click applications and add-ons. Also the teams of an organization. */
export const marketplace: Family = {
  seeds: {
    '/v2/1-clicks': () => clicks.map(([slug, type]) => ({ slug, type })),
    [offers]: ({ world }) =>
      addOns.map(({ app_slug, plans }) => ({
        app_slug,
        tos: `https://${app_slug}.example.com/terms`,
        eula: `https://${app_slug}.example.com/eula`,
        plans: plans.map(([slug, display_name, price_per_month], index) => ({
          id: index + 1,
          app_id: 1,
          slug,
          display_name,
          description: '',
          price_per_month,
          active: true,
          available: true,
          state: 'approved',
          features: [],
          dimensions: [],
          by_default: index === 0,
          created_at: isoOf(world.startMs - 400 * dayMs),
          updated_at: isoOf(world.startMs - 90 * dayMs),
          uuid: `00000000-0000-4000-8000-00000000000${index}`,
        })),
      })),
    [added]: ({ team }) =>
      team.breadth !== 'full'
        ? []
        : [
            {
              uuid: team.random('add-on').uuid(),
              name: 'shop-mail',
              state: 'provisioned',
              app_name: 'Mail Postman',
              app_slug: 'mail-postman',
              plan_name: 'Mail starter',
              plan_slug: 'starter',
              plan_price_per_month: 15,
              has_config: true,
              metadata: [{ name: 'domain', value: 'shop.example.com' }],
              sso_url: 'https://mail-postman.example.com/sso',
              message: '',
            },
          ],
    '/v2/organizations/teams': ({ team, world }) =>
      team.breadth !== 'full'
        ? []
        : world.teams.map(({ name, email, uuid }, index) => ({
            id: 4_100_000 + index,
            uuid: team.random('organization', uuid).uuid(),
            name,
            email,
            member_count: 5 - index * 2,
            status: 'joined',
            joined_organization_at: isoOf(world.startMs - (400 - index * 90) * dayMs),
            company: 'Harbour Works',
          })),
  },
  handlers: {
    addons_get_app_metadata: (call) => {
      const asks = addOns.find(({ app_slug }) => app_slug === call.path.app_slug)?.asks ?? [];
      return ok({ metadata: asks.map((asked, index) => ({ id: index + 1, options: [], ...asked })) });
    },
  },
  effects: { [added]: { born: (_, row) => bornAddOn(row) } },
};
