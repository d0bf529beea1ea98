import type { Failure } from '../../../../preload/contract/failure.ts';
import { Button } from '../../../components/controls/button.tsx';
import { Copyable } from '../../../components/controls/copyable.tsx';
import { Icon } from '../../../components/icons/icon.tsx';
import { StatusGlyph } from '../../../components/icons/status-glyph.tsx';
import { operationWords } from '../../../words/operations.ts';
import { stateWords } from '../../../words/states.ts';

/** Why there is no answer: what happened, what the API said, what to do, and the ids that support asks for. */
export const FailureAnswer = ({ failure, onShowField }: { failure: Failure; onShowField: (() => void) | null }) => {
  const isOpen = failure.kind === 'outcome-unknown' || failure.kind === 'aborted';
  return (
    <div className="op-failure" role="alert">
      <p className="row op-failure-lead">
        <StatusGlyph name={isOpen ? 'warn' : 'failed'} />
        <span className="medium break">{failure.message}</span>
      </p>
      {failure.nextStep !== undefined && <p className="quiet break">{failure.nextStep}</p>}
      <dl className="op-facts">
        {failure.errorId !== undefined && (
          <div className="op-fact">
            <dt>{operationWords.errorId}</dt>
            <dd className="mono break">{failure.errorId}</dd>
          </div>
        )}
        {failure.errorMessage !== undefined && failure.errorMessage !== failure.message && (
          <div className="op-fact">
            <dt>{operationWords.saidBy}</dt>
            <dd className="break">{failure.errorMessage}</dd>
          </div>
        )}
        {failure.attempts !== undefined && failure.attempts > 1 && (
          <div className="op-fact">
            <dt>{stateWords.request}</dt>
            <dd>{stateWords.attempts(failure.attempts, failure.status)}</dd>
          </div>
        )}
      </dl>
      {failure.scopes?.map((scope) => (
        <Copyable key={scope} label={operationWords.scopeNeeded} text={scope} />
      ))}
      {failure.requestId !== undefined && <Copyable label={operationWords.requestId} text={failure.requestId} />}
      {onShowField && (
        <Button size="small" onClick={onShowField}>
          <Icon name="arrow" size="sm" />
          {operationWords.showField}
        </Button>
      )}
    </div>
  );
};
