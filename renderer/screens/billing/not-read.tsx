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

/** Why a part of the bill could not be read: which, and a way to try again. */
export const PartNotRead = ({ lead, failure, onAgain }: { lead: string; failure: Failure; onAgain: () => void }) => (
  <div className="row wrap">
    <p className="small-text">
      <span className="danger">{lead}</span> <span className="faint">{failure.message}</span>
    </p>
    {failure.kind !== 'forbidden' && (
      <Button size="small" onClick={onAgain}>
        {frameWords.tryAgain}
      </Button>
    )}
  </div>
);
