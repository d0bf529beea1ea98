import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { callChannel, eventChannel } from '../../preload/contract/channels.ts';
import type { Failure, Outcome } from '../../preload/contract/failure.ts';
import {
  type CallName,
  type CallResult,
  type CheckedArgs,
  callNames,
  contract,
  type EventName,
  type EventPayload,
  eventNames,
  type HostCallName,
} from '../../preload/contract/schema.ts';
import type { Cancel, Log } from '../core/ports.ts';
import type { Buoy } from '../core/running.ts';
import { hostWords } from '../core/words/host.ts';
import { pageOrigin } from './identity.ts';

/** The host's answers to the page; `caller` is the page that asks. */
export type HostCalls = {
  [N in HostCallName]: (args: CheckedArgs<N>, caller: WebContents) => Promise<Outcome<CallResult<N>>>;
};

/** The seam between pages and the core: every call checked on its way in, every event sent to pages that still live. */
export interface Bridge {
  /** Whether this page has opened the view, and so subscribes to events. Ends with its document. */
  isListening(contents: WebContents): boolean;
  send<E extends EventName>(contents: WebContents, event: E, payload: EventPayload<E>): void;
  /** Answers calls from now on and forwards the core's events. Once per run: handlers are global. */
  connect(buoy: Buoy, hostCalls: HostCalls): void;
}

export function createBridge(log: Log): Bridge {
  const listening = new Set<WebContents>();
  let buoy: Buoy | null = null;
  let stopPatches: Cancel | null = null;

  function send<E extends EventName>(contents: WebContents, event: E, payload: EventPayload<E>): void {
    if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(eventChannel(event), payload);
  }

  function broadcast<E extends EventName>(event: E, payload: EventPayload<E>): void {
    for (const contents of listening) send(contents, event, payload);
  }

  /** Without anybody who listens to patches the core counts as hidden, and polls more gently on battery. */
  function followListeners(): void {
    if (listening.size > 0) stopPatches ??= buoy?.on('viewPatch', (patch) => broadcast('viewPatch', patch)) ?? null;
    else {
      stopPatches?.();
      stopPatches = null;
    }
  }

  function noteListener(contents: WebContents): void {
    if (listening.has(contents)) return;
    const forget = () => {
      listening.delete(contents);
      for (const event of documentEnds) contents.off(event as 'destroyed', forget);
      followListeners();
    };
    for (const event of documentEnds) contents.on(event as 'destroyed', forget);
    listening.add(contents);
    followListeners();
  }

  return {
    isListening: (contents) => listening.has(contents),
    send,
    connect(core, hostCalls) {
      buoy = core;
      const handlers = { ...core.calls, ...hostCalls };
      for (const name of callNames) {
        ipcMain.handle(callChannel(name), async (event: IpcMainInvokeEvent, args: unknown) => {
          // Before the first await: later the frame may be gone.
          if (!isOwnPage(event)) return refuse(log, hostWords.untrustedCaller(name));
          if (name === 'openView') noteListener(event.sender);
          return answer(name, handlers[name] as Handler, args, event.sender, log);
        });
      }
      for (const name of eventNames) if (name !== 'viewPatch') core.on(name, (payload) => broadcast(name, payload));
    },
  };
}

/** A subscription ends with its document. */
const documentEnds = ['destroyed', 'did-navigate', 'render-process-gone'] as const;

type Handler = (args: unknown, caller: WebContents) => Promise<Outcome<unknown>>;

function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === pageOrigin;
}

/** Failures are values: an error thrown across IPC keeps only its text. */
async function answer(name: CallName, handler: Handler, args: unknown, caller: WebContents, log: Log): Promise<Outcome<unknown>> {
  const checked = contract.calls[name].args.safeParse(args);
  if (!checked.success) return refuse(log, hostWords.badArguments(name, checked.error.issues[0]?.path.join('.') ?? ''));
  try {
    const outcome = await handler(checked.data, caller);
    if (!outcome.ok || contract.calls[name].result.safeParse(outcome.value).success) return outcome;
    log.warn(`The answer to ${name} does not fit the contract`);
  } catch (error) {
    log.warn(`${name} threw ${error instanceof Error ? error.name : typeof error}`);
  }
  return { ok: false, failure: hostWords.defect(name) };
}

function refuse(log: Log, failure: Failure): Outcome<never> {
  log.warn(failure.message);
  return { ok: false, failure };
}
