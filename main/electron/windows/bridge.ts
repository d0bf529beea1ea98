import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { callChannel, eventChannel } from '../../../preload/contract/channels.ts';
import { failed, type Outcome } from '../../../preload/contract/failure.ts';
import {
  type CallResult,
  type CheckedArgs,
  callNames,
  type EventName,
  type EventPayload,
  type HostCallName,
} from '../../../preload/contract/schema.ts';
import type { Buoy } from '../../core/buoy.ts';
import type { Cancel, Log } from '../../core/ports.ts';
import { hostWords } from '../../core/words/host.ts';
import { answerCall } from '../../host/answer-call.ts';
import { pageOrigin } from '../identity.ts';

/** The host's answers to the page. `caller` is the page that asks. */
export type HostCalls = {
  [N in HostCallName]: (args: CheckedArgs<N>, caller: WebContents) => Promise<Outcome<CallResult<N>>>;
};

/**
 * Connects pages with the core: checks every call that comes in, and sends every event to the pages that are open. The
 * `navigate` event is not sent to all, because the host decides which window goes to a route.
 */
export interface Bridge {
  /** Whether this page has opened the view and so wants events. That ends with its document. */
  isListening(contents: WebContents): boolean;
  send<E extends EventName>(contents: WebContents, event: E, payload: EventPayload<E>): void;
  /** Answers calls and forwards the core's events from now on. Call once in a run, because handlers are global. */
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

  /** While nobody listens to patches, the core counts as hidden and polls less often on battery. */
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
          // Before the first await, because the frame may be gone afterwards.
          if (!isOwnPage(event)) {
            const refusal = hostWords.untrustedCaller(name);
            log.warn(refusal.message);
            return failed(refusal);
          }
          if (name === 'openView') noteListener(event.sender);
          const handler = handlers[name] as (args: unknown, caller: WebContents) => Promise<Outcome<unknown>>;
          return answerCall(name, (checked) => handler(checked, event.sender), args, log);
        });
      }
      for (const name of ['notice', 'streamChunk', 'logChanged'] as const) core.on(name, (payload) => broadcast(name, payload));
    },
  };
}

/** A subscription ends with its document. */
const documentEnds = ['destroyed', 'did-navigate', 'render-process-gone'] as const;

function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === pageOrigin;
}
