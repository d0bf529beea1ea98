import type { Buoy } from '../../../main/core/buoy.ts';
import type { CoreCalls } from '../../../preload/contract/bridge.ts';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { CoreCallName, EventName, EventPayload } from '../../../preload/contract/schema.ts';
import { coreCallNames } from '../core/core-call-names.ts';
import { callSamples, sampleSingles } from '../invented/call-samples.ts';

type Answer = (args: unknown) => Promise<Outcome<unknown>>;

/** A core without a world: it answers calls with the samples, or as the test says, and sends what the test sends. */
export interface FakeBuoy extends Buoy {
  /** Calls that reached the core, in order. */
  asked: { name: CoreCallName; args: unknown }[];
  /** From now on, that call is answered like this. */
  answer(name: CoreCallName, answer: Answer): void;
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
  /** How many listeners that event has now. */
  listeners(event: EventName): number;
  downloads: Map<string, NonNullable<ReturnType<Buoy['takeDownload']>>>;
}

export function createFakeBuoy(): FakeBuoy {
  const asked: FakeBuoy['asked'] = [];
  const answers = new Map<CoreCallName, Answer>();
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const downloads: FakeBuoy['downloads'] = new Map();
  const calls = Object.fromEntries(
    coreCallNames.map((name) => [
      name,
      async (args: unknown) => {
        asked.push({ name, args });
        return answers.get(name)?.(args) ?? { ok: true, value: callSamples[name].result };
      },
    ]),
  ) as CoreCalls;
  return {
    asked,
    downloads,
    calls,
    answer: (name, answer) => void answers.set(name, answer),
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
    },
    listeners: (event) => listeners.get(event)?.size ?? 0,
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener as (payload: never) => void));
      return () => void heard.delete(listener as (payload: never) => void);
    },
    start: async () => {},
    stop: async () => [],
    tray: () => sampleSingles.tray,
    subscribeTray: () => () => {},
    closing: () => 'hide',
    settings: () => sampleSingles.settings,
    subscribeSettings: () => () => {},
    openNotice: () => {},
    pressNotice: async () => null,
    notices: () => [],
    takeDownload(id) {
      const found = downloads.get(id) ?? null;
      downloads.delete(id);
      return found;
    },
  };
}
