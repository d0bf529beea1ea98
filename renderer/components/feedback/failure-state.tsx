import type { ReactNode } from 'react';
import type { Failure } from '../../../preload/contract/failure.ts';
import { clock } from '../../../preload/contract/time-words.ts';
import { asTitle } from '../../words/sentences.ts';
import { stateWords } from '../../words/states.ts';
import { Copyable } from '../controls/copyable.tsx';
import { EmptyState } from './empty-state.tsx';

/** These messages already say until when to wait. */
const isWait = ({ kind }: Failure): boolean => kind === 'throttled' || kind === 'held';

const evidence = (failure: Failure): string =>
  [
    !failure.attempts ? null : stateWords.attempts(failure.attempts, failure.status),
    failure.retryAtMs === undefined || isWait(failure)
      ? (failure.nextStep ?? null)
      : stateWords.nextTry(clock(failure.retryAtMs)),
  ]
    .filter(Boolean)
    .join(' ');

/**
 * Shown in place of data that could not be read: the cause, when it ends, the request id and what to do. `what` names the data.
 */
export const FailureState = ({ failure, what, buttons }: { failure: Failure; what: string; buttons?: ReactNode }) => {
  const scopes = failure.kind === 'forbidden' ? (failure.scopes ?? []) : [];
  if (scopes.length > 0)
    return (
      <EmptyState
        icon="lock"
        title={stateWords.missingScope(what)}
        copyable={<Copyable label={stateWords.scope} text={scopes.join(' ')} />}
        buttons={buttons}
      >
        {stateWords.missingScopeDetail}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={failure.kind === 'network' ? 'cloud-off' : isWait(failure) ? 'clock' : 'alert'}
      isDanger={failure.kind !== 'network' && !isWait(failure)}
      title={asTitle(failure.message)}
      copyable={failure.requestId ? <Copyable label={stateWords.request} text={failure.requestId} /> : undefined}
      buttons={buttons}
    >
      {evidence(failure)}
    </EmptyState>
  );
};
