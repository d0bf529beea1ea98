import { createOperations } from '../../../../main/core/operations/operations.ts';
import { createResources } from '../../../../main/core/resources/resources.ts';
import type { ConfirmationAnswer } from '../../../../preload/contract/command.ts';
import type { ApiRequest } from '../../../../preload/contract/schema.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import type { Reply } from '../../../doubles/core/fake-api.ts';

/** A request of connection `c1` without values. */
export const aRequest = (operationId: string, change: Partial<ApiRequest> = {}): ApiRequest => ({
  requestId: 'r1',
  connectionId: 'c1',
  operationId,
  path: {},
  query: {},
  headers: {},
  isSchemaMismatchAllowed: false,
  isAllPages: false,
  ...change,
});

/** The Operations screen's part over a fake API. */
export function setUpOperations(replies: Record<string, Reply> = {}) {
  const core = createCoreServices(replies);
  const resources = createResources(core.services);
  const operations = createOperations(core.services, resources);
  const send = (operationId: string, change: Partial<ApiRequest> = {}) =>
    operations.calls.sendRequest(aRequest(operationId, change));

  async function answered(operationId: string, change: Partial<ApiRequest> = {}) {
    const outcome = await send(operationId, change);
    if (!outcome.ok || outcome.value.status !== 'answered') throw new Error(`Not answered: ${JSON.stringify(outcome)}`);
    return outcome.value;
  }

  /** The question that is asked before the request. */
  async function asked(operationId: string, change: Partial<ApiRequest> = {}) {
    const outcome = await send(operationId, change);
    if (!outcome.ok || outcome.value.status !== 'needs-confirmation') throw new Error(`Not asked: ${JSON.stringify(outcome)}`);
    return outcome.value.confirmation;
  }

  const confirmed = (operationId: string, change: Partial<ApiRequest>, confirmation: ConfirmationAnswer) =>
    send(operationId, { ...change, confirmation });

  return { ...core, resources, operations, send, answered, asked, confirmed };
}
