import type { Command, CommandKind, CommandResult, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { Connections } from '../connections/connections.ts';
import type { CoreServices } from '../services.ts';

/** What commands may use besides what all parts share. */
export interface CommandContext extends CoreServices {
  connections: Connections;
  /** Asks for everything of that connection again, or of all; ends with the last answer. */
  refresh(connectionId?: string): Promise<void>;
  /** Changes the settings and writes them. The change holds in memory even where writing fails. */
  saveSettings(settings: Settings): Promise<Outcome<null>>;
}

export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;
export type CommandEnd = Promise<Outcome<CommandResult>>;
export type Answered = ConfirmationAnswer | undefined;
