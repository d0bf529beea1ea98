import type { Failure } from '../../../preload/contract/failure.ts';
import { Button } from '../../components/controls/button.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { billingWords } from '../../words/billing.ts';
import { frameWords } from '../../words/views.ts';

/** Why the bill could not be read, with a way to try again. What the token may not do it may not do a minute later either. */
export const NotRead = ({ failure, onAgain }: { failure: Failure; onAgain: () => void }) => (
  <FailureState
    failure={failure}
    what={billingWords.what}
    buttons={failure.kind === 'forbidden' ? undefined : <Button onClick={onAgain}>{frameWords.tryAgain}</Button>}
  />
);
