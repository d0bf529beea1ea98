import type { DemoPort } from '../core/ports.ts';

type Running = Awaited<ReturnType<DemoPort['start']>>;

/** A demo account that runs. */
export interface StartedDemo extends Running {
  stop(): Promise<void>;
}

/** The demo account, started when first asked for and only once, however often it is asked. `start` loads its code. */
export function createDemoPort(start: () => Promise<StartedDemo>): DemoPort {
  let started: Promise<StartedDemo> | null = null;
  return {
    async start() {
      started ??= start();
      const attempt = started;
      try {
        const { baseUrl, tokens } = await attempt;
        return { baseUrl, tokens };
      } catch (error) {
        if (started === attempt) started = null;
        throw error;
      }
    },
    async stop() {
      const attempt = started;
      started = null;
      // One that failed to start has nothing to stop, and said so to whoever started it.
      await attempt?.then(
        (demo) => demo.stop(),
        () => {},
      );
    },
  };
}
