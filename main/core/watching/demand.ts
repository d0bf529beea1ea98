import type { AlertPolicy } from '../digitalocean/resources/alert-policies.ts';
import type { UptimeCheck } from '../digitalocean/resources/uptime-checks.ts';
import type { Demand } from './budget.ts';
import { policyTypeOf } from './policy-metrics.ts';
import { ruleOf } from './rule.ts';

/** Whether a policy can be watched at all: it is switched on, Buoy knows its rule, and the API has its metric. */
export function isWatchable(policy: AlertPolicy): boolean {
  const metric = policyTypeOf(policy.type)?.metric ?? 'none';
  return policy.isEnabled && metric !== 'none' && ruleOf(policy) !== null;
}

/** How much a team has to be watched. */
export function demandOf({
  checks,
  policies,
}: {
  checks: ReadonlyMap<string, UptimeCheck>;
  policies: { all: readonly AlertPolicy[] };
}): Demand {
  return {
    checks: [...checks.values()].filter(({ isEnabled }) => isEnabled).length,
    policies: policies.all.filter(isWatchable).length,
  };
}
