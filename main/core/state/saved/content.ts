import type { DocumentName } from '../../ports.ts';
import type { State } from '../state.ts';
import { toSaved } from './connections.ts';
import { toDurations } from './durations.ts';
import { toHistory } from './history.ts';
import { toLastView } from './last-view.ts';
import { type IsStale, type Leftover, withLeftover } from './leftover.ts';
import { toSpending } from './spending.ts';

/** What was left over of a document at the start, and which of it newer data has replaced. */
export interface Kept {
  leftover: Leftover;
  isStale: IsStale;
}

/** The content of a document: the state as this version writes it, and what it did not understand of the last one. */
export function contentOf(name: DocumentName, state: State, kept: Kept | undefined): unknown {
  const own = ownContentOf(name, state);
  return kept ? withLeftover(own, kept.leftover, kept.isStale) : own;
}

/** What this version writes by itself. */
export function ownContentOf(name: DocumentName, state: State): unknown {
  switch (name) {
    case 'settings':
      return state.settings;
    case 'connections':
      return toSaved(state);
    case 'history':
      return toHistory(state);
    case 'durations':
      return toDurations(state.durations);
    case 'spending':
      return toSpending(state);
    case 'last-view':
      return toLastView(state);
    default:
      return name satisfies never;
  }
}
