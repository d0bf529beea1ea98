import type { Command, CommandKind, CommandResult, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { Connections } from '../connections/connections.ts';
import type { CoreServices } from '../services.ts';

/** What commands may use, besides what all parts share. */
export interface CommandContext extends CoreServices {
  connections: Connections;
  /** Reads everything of that connection again, or of all connections. Resolves after the last answer; never rejects. */
  refresh(connectionId?: string): Promise<void>;
  /** Changes the settings and writes them. The change stays in memory even when writing fails. */
  saveSettings(settings: Settings): Promise<Outcome<null>>;
}

/** The command of one kind, with its own arguments. */
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;
/** How a command ends: done, started, a question that needs an answer first, or a failure. */
export type CommandEnd = Promise<Outcome<CommandResult>>;
/** The person's answer to the question in which an earlier run of the same command ended; undefined on the first run. */
export type Answered = ConfirmationAnswer | undefined;
