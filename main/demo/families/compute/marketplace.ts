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

/** Things that others built: one-click applications and add-ons. Also the teams of an organization. */
export const marketplace: Family = {
  seeds: {
    '/v2/1-clicks': () => clicks.map(([slug, type]) => ({ slug, type })),
    '/v2/add-ons/apps': () =>
      ['mail-postman', 'log-lantern'].map((app_slug) => ({
        app_slug,
        tos: `https://${app_slug}.example.com/terms`,
        eula: `https://${app_slug}.example.com/eula`,
      })),
    '/v2/add-ons/saas': ({ team }) =>
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
};
