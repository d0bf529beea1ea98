import type { Failure } from '../../../preload/contract/failure.ts';
import { Note } from '../../components/feedback/note.tsx';
import { useRows } from '../../hooks/use-view.ts';
import { billingWords } from '../../words/billing.ts';
import { stateWords } from '../../words/states.ts';

/** Teams that are not in the sums beside it, and why. */
export const Unread = ({ unread }: { unread: readonly { connectionId: string; failure: Failure }[] }) => {
  const connections = useRows('connections');
  return unread.map(({ connectionId, failure }) => (
    <Note
      key={connectionId}
      tone="warn"
      icon={failure.kind === 'forbidden' ? 'lock' : 'alert'}
      lead={`${billingWords.notIn(connections.find(({ id }) => id === connectionId)?.teamName ?? connectionId)}.`}
    >
      {failure.kind === 'forbidden' && failure.scopes?.length
        ? `${stateWords.missingScope(billingWords.what)} (${failure.scopes.join(', ')})`
        : failure.message}
    </Note>
  ));
};
