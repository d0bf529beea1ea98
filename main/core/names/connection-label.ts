import type { ConnectionState } from '../state/state.ts';
import { connectionWords } from '../words/connections.ts';

/** The person's own name for a connection, else the team's name, else the account's e-mail address. */
export const labelOf = (connection: Pick<ConnectionState, 'label' | 'account'>): string =>
  connection.label || connection.account?.team?.name || connection.account?.email || connectionWords.unnamedTeam;
