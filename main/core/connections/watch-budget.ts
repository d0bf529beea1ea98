import type { Api, Budget, CallOptions } from '../digitalocean/api.ts';

/**
 * The API, with its budget told when requests begin or end to wait, and at the end of each call of a person. Polls tell the
 * budget at their end themselves, so that an idle Buoy keeps no timer for it.
 */
export function watchBudget(api: Api, onBudget: (budget: Budget) => void): Api {
  api.subscribeBudget(onBudget);

  async function watched<T>(options: CallOptions | undefined, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } finally {
      if (options?.lane !== 'poll') onBudget(api.budget());
    }
  }

  return {
    ...api,
    call: (operationId, args, options) => watched(options, () => api.call(operationId, args, options)),
    listAll: (operationId, args, options) => watched(options, () => api.listAll(operationId, args, options)),
  };
}
