import type { Command, CommandKind, CommandResult, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Connections } from '../connections/connections.ts';
import type { DocumentName } from '../ports.ts';
import type { CoreServices } from '../services.ts';
import type { StateEvent } from '../state/events.ts';

/** What commands may use, besides what all parts share. */
export interface CommandContext extends Omit<CoreServices, 'credentials' | 'running'> {
  connections: Connections;
  /** Reads everything of that connection again, or of all connections. Resolves after the last answer; never rejects. */
  refresh(connectionId?: string): Promise<void>;
  /**
   * Folds a person's change and writes the document that holds it. When that fails the change is in force all the same, until
   * Buoy quits, and it is written later if that can be done.
   */
  change(name: DocumentName, event: StateEvent): Promise<Outcome<null>>;
}

/** The command of one kind, with its own arguments. */
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;
/** How a command ends: done, started, a question that needs an answer first, or a failure. */
export type CommandEnd = Promise<Outcome<CommandResult>>;
/** The person's answer to the question in which an earlier run of the same command ended; undefined on the first run. */
export type Answered = ConfirmationAnswer | undefined;
