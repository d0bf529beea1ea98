import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Api, Budget, CallOptions } from '../digitalocean/api.ts';

/** What is told about the calls of one connection. */
export interface CallWatch {
  /** Requests began or ended to wait, or a person's call ended. Polls tell the budget themselves, so an idle Buoy keeps no timer. */
  onBudget(budget: Budget): void;
  /** A person's call was answered with success. */
  onAnswer(operationId: string): void;
  /** A person's call was refused with 401. That may be about the token as a whole. */
  onRefused(): void;
}

/** The API, with what its calls show told to `watch`. */
export function watchCalls(api: Api, { onBudget, onAnswer, onRefused }: CallWatch): Api {
  api.subscribeBudget(onBudget);

  async function watched<T>(
    operationId: string,
    options: CallOptions | undefined,
    run: () => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const isPoll = options?.lane === 'poll';
    try {
      const outcome = await run();
      if (outcome.ok && !isPoll) onAnswer(operationId);
      if (!outcome.ok && !isPoll && outcome.failure.kind === 'unauthorized') onRefused();
      return outcome;
    } finally {
      if (!isPoll) onBudget(api.budget());
    }
  }

  return {
    ...api,
    call: (operationId, args, options) => watched(operationId, options, () => api.call(operationId, args, options)),
    listAll: (operationId, args, options) => watched(operationId, options, () => api.listAll(operationId, args, options)),
  };
}
