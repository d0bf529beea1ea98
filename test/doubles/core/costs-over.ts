import { createCosts } from '../../../main/core/cost/costs.ts';
import { createResources } from '../../../main/core/resources/resources.ts';
import type { CostReach } from '../../../preload/contract/cost.ts';
import { createCoreServices } from './core-services.ts';
import type { Reply } from './fake-api.ts';

/** What `invoices_list` answers for these invoices. */
export const listed = (...invoices: [uuid: string, period: string][]) => ({
  invoices: invoices.map(([invoice_uuid, invoice_period]) => ({ invoice_uuid, invoice_period, amount: '9.00' })),
});
/** Two invoices, the newest with two things on it. */
export const invoices: Record<string, Reply> = {
  invoices_list: () => listed(['i0', '1999-12'], ['i1', '2000-01']),
  invoices_get_byUUID: () => [
    { resource_id: 'db1', amount: '31.00' },
    { resource_id: 'db1', amount: '0.20' },
    { resource_id: 'v2', amount: '20.00' },
  ],
};

/** Costs over invented answers, and what was asked for them. */
export function costsOver(replies: Record<string, Reply> = invoices) {
  const core = createCoreServices(replies);
  const costs = createCosts(core.services, createResources(core.services));
  const tell = async (familyId: string, rows: Record<string, unknown>[], reach: CostReach = 'own') => {
    const things = rows.map((row) => ({ id: String(row.id), row }));
    const answer = await costs.calls.tellCosts({ connectionId: 'c1', familyId, things, reach });
    return answer.ok ? answer.value : [];
  };
  return { ...core, costs, tell, asked: () => core.api.seen.map(({ operationId }) => operationId) };
}
