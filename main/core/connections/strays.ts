import { tokenName } from '../names/token-name.ts';
import type { ChangeOptions } from './changes.ts';

/**
 * Deletes tokens that a run which ended too early, or a disk that was full, left in the vault without a connection. What the
 * vault refuses now is tried again at the next start. Call it when nothing is being added.
 */
export async function removeStrays({ vault, state, commit }: Pick<ChangeOptions, 'vault' | 'state' | 'commit'>): Promise<void> {
  for (const id of [...state().strays]) {
    // The connection exists after all: its token is no stray.
    const isKnown = state().connections.has(id);
    const removed = isKnown ? null : await vault.remove(tokenName(id));
    if (removed?.ok === false) return;
    await commit([{ type: 'stray-changed', id, isGone: true }]);
  }
}
