import type { Outcome } from './failure.ts';
import type { CallArgs, CallName, CallResult, CheckedArgs, CoreCallName, EventName, EventPayload } from './schema.ts';

/** What the page finds as `window.buoy`. Calls never reject: a failure is a value. */
export type Bridge = {
  [N in CallName]: (args: CallArgs<N>) => Promise<Outcome<CallResult<N>>>;
} & {
  /** Subscribes to an event. Returns the function that unsubscribes; a subscription also ends with the document. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
};

/** The calls that the core answers. Their arguments must be checked before. */
export type CoreCalls = {
  [N in CoreCallName]: (args: CheckedArgs<N>) => Promise<Outcome<CallResult<N>>>;
};
