import type { Bridge } from './bridge.ts';
import { bridgeWords } from './bridge-words.ts';
import { type Failure, failed, type Outcome, success } from './failure.ts';
import { type CallName, callNames, contract, type EventName, outcomeSchema } from './schema.ts';

/** The two connections that a preload has to its host. */
export interface BridgeEnds {
  /** Carries one call and resolves to the outcome as it arrived. When it rejects, the host counts as gone. */
  send(name: CallName, args: unknown): Promise<unknown>;
  /** Passes on each payload of that event as it arrived. Returns the function that stops it. */
  listen(name: EventName, receive: (payload: unknown) => void): () => void;
  /** The failure for a call that `send` rejected. Default: the host is gone. */
  explain?(error: unknown): Failure;
}

/**
 * Makes the page's bridge over any two ends: one method for each call of the contract, with arguments and results checked.
 * Calls never reject. An event whose payload does not fit is dropped: the page notices the missing patch and reads the view
 * again.
 */
export function deriveBridge(ends: BridgeEnds): Bridge {
  const calls = Object.fromEntries(callNames.map((name) => [name, (args: unknown) => callHost(ends, name, args)]));
  const on: Bridge['on'] = (event, listener) =>
    ends.listen(event, (payload) => {
      const checked = contract.events[event].safeParse(payload);
      if (checked.success) listener(checked.data as Parameters<typeof listener>[0]);
    });
  return { ...calls, on } as Bridge;
}

async function callHost(ends: BridgeEnds, name: CallName, args: unknown): Promise<Outcome<unknown>> {
  const { args: argsSchema, result } = contract.calls[name];
  const checked = argsSchema.safeParse(args);
  if (!checked.success) return failed(bridgeWords.badArguments(name, checked.error.issues[0]?.path.join('.') ?? ''));
  let arrived: unknown;
  try {
    arrived = await ends.send(name, checked.data);
  } catch (error) {
    return failed(ends.explain?.(error) ?? bridgeWords.hostGone());
  }
  const outcome = outcomeSchema.safeParse(arrived);
  if (!outcome.success) return failed(bridgeWords.badAnswer(name));
  if (!outcome.data.ok) return failed(outcome.data.failure as Failure);
  const value = result.safeParse(outcome.data.value);
  return value.success ? success(value.data) : failed(bridgeWords.badAnswer(name));
}
