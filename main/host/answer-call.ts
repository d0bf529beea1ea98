import { failed, type Outcome } from '../../preload/contract/failure.ts';
import { type CallName, contract } from '../../preload/contract/schema.ts';
import type { Log } from '../core/ports.ts';
import { hostWords } from '../core/words/host.ts';

/** Answers one call. The arguments have been checked. */
export type CallHandler = (args: unknown) => Promise<Outcome<unknown>>;

/**
 * Answers one call of the contract as it arrived from a page: checks the arguments before and the result after. Never
 * rejects: a handler that throws is a defect, and its text stays in the log.
 */
export async function answerCall(name: CallName, handler: CallHandler, args: unknown, log: Log): Promise<Outcome<unknown>> {
  const checked = contract.calls[name].args.safeParse(args);
  if (!checked.success) {
    const refusal = hostWords.badArguments(name, checked.error.issues[0]?.path.join('.') ?? '');
    log.warn(refusal.message);
    return failed(refusal);
  }
  try {
    const outcome = await handler(checked.data);
    if (!outcome.ok || contract.calls[name].result.safeParse(outcome.value).success) return outcome;
    log.warn(`The answer to ${name} does not fit the contract`);
  } catch (error) {
    log.warn(`${name} threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  return failed(hostWords.defect(name));
}

/** The contract's call of that name; `null` for any other name, even one that every object has. */
export const callNamed = (name: string): CallName | null => (Object.hasOwn(contract.calls, name) ? (name as CallName) : null);
