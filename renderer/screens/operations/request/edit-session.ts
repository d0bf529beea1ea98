import { type Change, changesBetween } from '../../../../preload/contract/edits/difference.ts';
import type { Edit } from '../../../../preload/contract/edits/edit.ts';
import { type EditReader, type HiddenPart, readEdit } from '../../../../preload/contract/edits/read.ts';
import type { Described, EditStart } from '../../../../preload/contract/edits/start.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { Signal } from '../../../page/signal.ts';

/** How the read before an edit stands. */
export type EditState =
  /** Nothing to read yet: the thing is not chosen. */
  | { phase: 'idle' }
  | { phase: 'reading' }
  | { phase: 'ready'; start: EditStart; hidden: readonly HiddenPart[]; readAtMs: number; meanwhile: readonly Change[] }
  /** `null`: the answer does not have the thing. */
  | { phase: 'failed'; failure: Failure | null }
  /** The person fills everything in, knowing that nothing was read. */
  | { phase: 'by-hand' };

/** Which thing to read, and how. */
export interface EditTarget {
  /** Names the thing and its team. A read for another key that is still under way is forgotten. */
  key: string;
  edit: Edit;
  update: Described;
  path: Readonly<Record<string, string>>;
  reader: EditReader;
  now: () => number;
}

/** Reads what an edit starts from, and reads it once more before it is sent. */
export class EditSession {
  readonly #changed = new Signal();
  #state: EditState = { phase: 'idle' };
  #key: string | null = null;

  state = (): EditState => this.#state;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);
  isFor = (key: string | null): boolean => this.#key === key;

  /** The thing is no longer chosen. */
  leave(): void {
    this.#key = null;
    this.#set({ phase: 'idle' });
  }

  fillByHand(): void {
    this.#set({ phase: 'by-hand' });
  }

  /** Reads the thing. Resolves to the start, or to `null` if it failed or something else was chosen meanwhile. */
  async read(target: EditTarget): Promise<EditStart | null> {
    this.#key = target.key;
    if (this.#state.phase !== 'ready') this.#set({ phase: 'reading' });
    return this.#take(target, null);
  }

  /** Reads the thing once more. Resolves to the newer start if it differs from the one before; `null` if it failed. */
  async check(target: EditTarget, before: EditStart): Promise<EditStart | 'same' | null> {
    const start = await this.#take(target, before);
    if (!start) return null;
    return changesBetween(before.base, start.base).length === 0 ? 'same' : start;
  }

  async #take(target: EditTarget, before: EditStart | null): Promise<EditStart | null> {
    const reading = await readEdit(target.edit, target.update, target.path, target.reader);
    if (!this.isFor(target.key)) return null;
    if (reading.status !== 'read') {
      this.#set({ phase: 'failed', failure: reading.status === 'failed' ? reading.failure : null });
      return null;
    }
    const { start, hidden } = reading;
    const meanwhile = before ? changesBetween(before.base, start.base) : [];
    this.#set({ phase: 'ready', start, hidden, readAtMs: target.now(), meanwhile });
    return start;
  }

  #set(state: EditState): void {
    this.#state = state;
    this.#changed.emit();
  }
}
