import type { Answer, Api, Budget, CallArguments, CallOptions, Collection } from '../../../main/core/digitalocean/api.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';

export interface SeenCall {
  operationId: string;
  args: CallArguments;
  options: CallOptions;
  /** Every page was asked for, so the reply is the list. */
  isListing: boolean;
}

/** How an operation is answered: with a body or a failure. It may take time. */
export type Reply = (call: SeenCall) => unknown | Promise<unknown>;

/** An API that answers from functions by operation id and records what it was asked. */
export interface FakeApi extends Api {
  seen: SeenCall[];
  /** Sets or replaces the answers of operations. */
  answer(replies: Record<string, Reply>): void;
  setBudget(change: Partial<Budget>): void;
}

/** Makes a `Reply` that fails. */
export class Failing {
  readonly failure: Failure;
  constructor(failure: Failure) {
    this.failure = failure;
  }
}

/** Makes a `Reply` of a listing whose server contradicts itself. */
export class Doubted {
  readonly items: unknown[];
  readonly warning: string;
  /** It counts more than it lists. */
  readonly isShort: boolean;
  constructor(items: unknown[], warning: string, { isShort = false } = {}) {
    this.items = items;
    this.warning = warning;
    this.isShort = isShort;
  }
}

const fullBudget: Budget = {
  limit: 5000,
  remaining: 5000,
  resetAtMs: null,
  usedByBuoy: 0,
  throttled: null,
  held: null,
  queued: 0,
};

/** An operation without a reply fails the test with its name. `listAll` takes an array as its reply. */
export function createFakeApi(replies: Record<string, Reply> = {}): FakeApi {
  const known = new Map(Object.entries(replies));
  const seen: SeenCall[] = [];
  const listeners = new Set<(budget: Budget) => void>();
  let budget = fullBudget;

  async function ask(call: SeenCall): Promise<Outcome<unknown>> {
    seen.push(call);
    const reply = known.get(call.operationId);
    if (!reply) throw new Error(`The fake API has no reply to ${call.operationId}`);
    const body = await reply(call);
    return body instanceof Failing ? failed(body.failure) : success(body);
  }

  return {
    seen,
    answer(more) {
      for (const [id, reply] of Object.entries(more)) known.set(id, reply);
    },
    setBudget(change) {
      budget = { ...budget, ...change };
      for (const listener of listeners) listener(budget);
    },
    async call<T>(operationId: string, args: CallArguments = {}, options: CallOptions = {}): Promise<Outcome<Answer<T>>> {
      const answer = await ask({ operationId, args, options, isListing: false });
      if (!answer.ok) return answer;
      const body = answer.value as T;
      return success({
        status: 200,
        headers: {},
        mediaType: 'application/json',
        body,
        attempts: 1,
        durationMs: 1,
        warnings: [],
      });
    },
    async listAll<T>(operationId: string, args: CallArguments = {}, options: CallOptions = {}): Promise<Outcome<Collection<T>>> {
      const answer = await ask({ operationId, args, options, isListing: true });
      if (!answer.ok) return answer;
      const { readItem } = options;
      const { value } = answer;
      const [listed, warnings] = value instanceof Doubted ? [value.items, [value.warning]] : [value as unknown[], []];
      const items = listed.map((raw) => (readItem ? readItem(raw) : raw) as T).filter((item) => item !== undefined);
      if (items.length === 0 && listed.length > 0) return failed({ kind: 'bad-answer', message: 'No item is one.' });
      const isShort = value instanceof Doubted && value.isShort;
      const leftOut = listed.length - items.length;
      return success({ items, total: items.length, attempts: 1, warnings, isShort, leftOut });
    },
    budget: () => budget,
    ownServer: null,
    subscribeBudget(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => Promise.resolve(),
  };
}
