import type { Api, Budget, CallOptions } from '../digitalocean/api.ts';

/**
 * Wraps an API so that `onBudget` gets its budget while a person's call waits or runs: the window must show that it waits.
 * Polls report the budget when they end instead, so that an idle Buoy needs no timer for it.
 */
export function watchBudget(api: Api, onBudget: (budget: Budget) => void): Api {
  let watching = 0;
  let unsubscribe = () => {};

  async function watched<T>(options: CallOptions | undefined, run: () => Promise<T>): Promise<T> {
    if (options?.lane === 'poll') return run();
    watching += 1;
    if (watching === 1) unsubscribe = api.subscribeBudget(onBudget);
    try {
      return await run();
    } finally {
      watching -= 1;
      if (watching === 0) unsubscribe();
      onBudget(api.budget());
    }
  }

  return {
    ...api,
    call: (operationId, args, options) => watched(options, () => api.call(operationId, args, options)),
    listAll: (operationId, args, options) => watched(options, () => api.listAll(operationId, args, options)),
  };
}
