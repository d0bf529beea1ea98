import type { CommandResult } from '../../../preload/contract/command.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { DemoPort } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import { newConnection, type State } from '../state/state.ts';
import { connectionWords } from '../words/connections.ts';
import type { OpenLive } from './live.ts';
import type { Lives } from './lives.ts';

export interface DemoAccountOptions {
  /** `null`: this host has none. */
  demo: DemoPort | null;
  lives: Lives;
  open: OpenLive;
  state(): State;
  dispatch(event: StateEvent): void;
}

/** The demo account. While it is open, each of its teams is a connection; none of them is saved. */
export interface DemoAccount {
  /** Starts it and adds its teams. Does nothing when it is open already; `not-supported` where there is none. */
  open(): Promise<Outcome<CommandResult>>;
  /** Removes its teams and stops it. */
  close(): Promise<Outcome<CommandResult>>;
  /** Stops it when Buoy quits. The state stays as it is. */
  stop(): Promise<void>;
}

export function createDemoAccount({ demo, lives, open, state, dispatch }: DemoAccountOptions): DemoAccount {
  return {
    async open() {
      if (!demo) return failed({ kind: 'not-supported', ...connectionWords.noDemo });
      if (state().isDemoOpen) return done(connectionWords.demoOpenAlready);
      // Marked as open before it runs, so that a second click does not start it twice.
      dispatch({ type: 'demo-changed', isOpen: true });
      const started = await start(demo);
      if (!started.ok) {
        dispatch({ type: 'demo-changed', isOpen: false });
        return started;
      }
      const { baseUrl, tokens } = started.value;
      tokens.forEach(({ label, token, endsOn = null, spent = [] }, index) => {
        const id = `demo-${index + 1}`;
        const identity = { id, label, tokenEndsOn: endsOn, isDemo: true, isForThisRunOnly: true };
        dispatch({ type: 'connection-added', connection: newConnection(identity) });
        dispatch({ type: 'spending-known', connectionId: id, points: spent });
        lives.begin(id, token, open(token, baseUrl));
      });
      return done(connectionWords.demoOpened(tokens.length));
    },
    async close() {
      for (const { id, isDemo } of [...state().connections.values()]) {
        if (!isDemo) continue;
        dispatch({ type: 'connection-removed', connectionId: id });
        await lives.end(id);
      }
      dispatch({ type: 'demo-changed', isOpen: false });
      await demo?.stop();
      return done(connectionWords.demoClosed);
    },
    async stop() {
      if (state().isDemoOpen) await demo?.stop();
    },
  };
}

const done = (message: string): Outcome<CommandResult> => success({ status: 'done', message });

/** The port may reject, for instance when no port is free; that becomes a failure with its reason. */
async function start(demo: DemoPort): Promise<Outcome<Awaited<ReturnType<DemoPort['start']>>>> {
  try {
    return success(await demo.start());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed({ kind: 'internal', ...connectionWords.demoFailed(why) });
  }
}
