import type { DemoPort, DemoTeam } from '../core/ports.ts';

/** A running demo account, as `main/demo` starts it. */
export interface RunningDemo {
  baseUrl: string;
  tokens: readonly DemoTeam[];
  close(): Promise<void>;
}

/**
 * The demo account. It is started when it is first asked for, and only once however often it is asked for. `start` also loads
 * its code.
 */
export function createDemoPort(start: () => Promise<RunningDemo>): DemoPort {
  let running: Promise<RunningDemo> | null = null;
  return {
    async start() {
      running ??= start();
      const attempt = running;
      try {
        const { baseUrl, tokens } = await attempt;
        return { baseUrl, tokens: [...tokens] };
      } catch (error) {
        if (running === attempt) running = null;
        throw error;
      }
    },
    async stop() {
      const ending = running;
      running = null;
      // A start that failed leaves nothing to stop, and its caller already knows the reason.
      await ending?.then(
        (demo) => demo.close(),
        () => {},
      );
    },
  };
}
