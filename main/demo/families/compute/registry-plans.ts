import { bodyOf, type Call, ok, type Reply } from '../../wire/call.ts';
import type { Row } from '../../world/table.ts';
import { dayMs, isoOf } from '../../world/world.ts';
import type { Family } from '../family.ts';

const place = '/v2/registries/#plan';

const gib = 1_073_741_824;
const tiers: readonly Row[] = (
  [
    ['Starter', 1, 0.5, 0],
    ['Basic', 5, 5, 500],
    ['Professional', 0, 100, 2000],
  ] as const
).map(([name, repositories, storage, cents]) => ({
  name,
  slug: name.toLowerCase(),
  included_repositories: repositories,
  included_storage_bytes: storage * gib,
  allow_storage_overage: cents > 0,
  included_bandwidth_bytes: storage * gib,
  monthly_price_in_cents: cents,
  storage_overage_price_in_cents: cents > 0 ? 2 : 0,
}));

/** The plan of all registries of a team: the middle one at first. */
const subscriptionOf = ({ team, world }: Call): Row => {
  const at = isoOf(world.startMs - 333 * dayMs);
  return team.document(place, () => ({ tier: tiers[1], created_at: at, updated_at: at }));
};

function subscribe(call: Call): Reply {
  const tier = tiers.find(({ slug }) => slug === bodyOf(call).tier_slug) ?? tiers[1];
  return ok({ subscription: call.team.keep(place, { ...subscriptionOf(call), tier, updated_at: isoOf(call.world.now()) }) });
}

const options = (): Reply =>
  ok({
    options: {
      available_regions: ['nyc3', 'sfo3', 'ams3', 'sgp1', 'fra1', 'syd1', 'blr1'],
      subscription_tiers: tiers.map((tier, at) =>
        at === 0
          ? { ...tier, eligible: false, eligibility_reasons: ['OverRepositoryLimit', 'OverStorageLimit'] }
          : { ...tier, eligible: true, eligibility_reasons: [] },
      ),
    },
  });

export const registryPlans: Family = {
  handlers: {
    registries_get_options: options,
    registries_get_subscription: (call) => ok({ subscription: subscriptionOf(call) }),
    registries_update_subscription: subscribe,
  },
};
