import type { CommandResult } from '../../../preload/contract/command.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import type { DemoPort } from '../ports.ts';
import { connectionWords } from '../words/connections.ts';
import { type ChangeOptions, type Changes, createChanges } from './changes.ts';
import { createDemoAccount } from './demo-account.ts';
import type { Live } from './live.ts';
import { createLives } from './lives.ts';
import { removeStrays } from './strays.ts';
import { createVaultReader } from './vault-reader.ts';

/** The connections and what runs with their tokens. Other parts of the core get an `Api`, never a token. */
export interface Connections extends Changes {
  /** Reads the tokens of the saved connections from the vault and starts polling with each one. Does not wait. */
  load(): void;
  openDemo(): Promise<Outcome<CommandResult>>;
  closeDemo(): Promise<Outcome<CommandResult>>;
  /** The API with that connection's token, or why there is none now (`not-found`, `vault-*`, `secret-lost`). */
  api(connectionId: string): Outcome<Api>;
  /** What runs for that connection, or for all; empty while the token is missing. */
  live(connectionId?: string): Live[];
  /** Asks the vault again for tokens that it did not hand over. Resolves when all have been tried. */
  retryVault(): Promise<void>;
  /** Closes every transport. */
  stop(): Promise<void>;
}

export interface ConnectionOptions extends ChangeOptions {
  /** `null`: this host has no demo account. */
  demo: DemoPort | null;
}

/** Creates the connections. Nothing runs until `load`; `stop` must be called to close what runs. */
export function createConnections(options: ConnectionOptions): Connections {
  const { open, state } = options;
  const lives = createLives();
  const reader = createVaultReader({
    ...options,
    hasToken: (id) => lives.get(id) !== undefined,
    onToken: (id, token) => lives.begin(id, token, open(token, null)),
  });
  const demo = createDemoAccount({ ...options, lives });
  return {
    ...createChanges(options, lives),
    load() {
      void removeStrays(options);
      reader.readAll();
    },
    openDemo: demo.open,
    closeDemo: demo.close,
    api(connectionId) {
      const live = lives.get(connectionId);
      if (live) return success(live.api);
      const access = state().connections.get(connectionId)?.access;
      if (!access) return unknown();
      if (access.status === 'secret-lost') return failed({ kind: 'secret-lost', ...connectionWords.secretLost });
      return failed(access.failure ?? { kind: 'vault-timeout', ...connectionWords.stillWaiting });
    },
    live: (connectionId) =>
      connectionId === undefined ? lives.all() : [lives.get(connectionId)].filter((one) => one !== undefined),
    retryVault: () => reader.retry(),
    async stop() {
      reader.stop();
      await lives.endAll();
      await demo.stop();
    },
  };
}

const unknown = (): Outcome<never> => failed({ kind: 'not-found', ...connectionWords.unknownConnection });
