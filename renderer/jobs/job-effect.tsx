import { useState } from 'react';
import type { Failure, Outcome } from '../../preload/contract/failure.ts';
import type { JobForm, JobLevel, JobWeight } from '../../preload/contract/job.ts';
import { Button } from '../components/controls/button.tsx';
import { Note } from '../components/feedback/note.tsx';
import { Icon } from '../components/icons/icon.tsx';
import { commandWords } from '../words/commands.ts';
import { jobWords } from '../words/jobs.ts';
import { ChangeLines } from './change-lines.tsx';
import { CutList } from './cut-list.tsx';

/** What goes and what stays, as far as it is known before anything is filled in. */
export const Leftovers = ({ form }: { form: JobForm }) => {
  const groups = [
    { head: commandWords.goesAway, of: form.goes },
    { head: form.isStayingUnlessTicked ? commandWords.staysUnlessTicked : commandWords.staysFree, of: form.stays },
  ].filter(({ of }) => of.length > 0);
  if (groups.length === 0) return null;
  return (
    <div className="leave">
      {groups.map(({ head, of }) => (
        <div key={head} className="leave-line">
          <span className="faint nowrap">{head}</span>
          <div className="grow right">
            <CutList texts={of} label={head} />
          </div>
        </div>
      ))}
    </div>
  );
};

const Lines = ({ level, lines }: { level: JobLevel; lines: readonly string[] }) => {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  if (level === 'safe' || level === 'normal') {
    return lines.map((line) => (
      <p key={line} className="quiet">
        {line}
      </p>
    ));
  }
  return (
    <Note tone={level === 'destructive' ? 'danger' : 'warn'} icon="alert" lead={first}>
      {others.join(' ')}
    </Note>
  );
};

/** What it does one after the other. It stops at the first that fails. */
export const JobSteps = ({ steps }: { steps: readonly string[] }) => (
  <div className="job-steps">
    <p className="small-text faint">{jobWords.steps}</p>
    <ol aria-label={jobWords.steps}>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two steps may have the same words, and their order is what they are.
        <li key={at}>{step}</li>
      ))}
    </ol>
  </div>
);

/** What the values that stand in the form would change and do. It is said again whenever they are others. */
export const JobEffect = ({ weight }: { weight: JobWeight }) => (
  <div className="job-effect" aria-live="polite">
    {weight.differences !== null && weight.differences.length > 0 && (
      <ChangeLines label={jobWords.changes} lines={weight.differences} />
    )}
    {weight.differences?.length === 0 && <p className="small-text faint">{jobWords.nothingYet}</p>}
    <Lines level={weight.level} lines={weight.lines} />
  </div>
);

/** What it would cost, once that was asked: it takes a request. */
export const JobPrice = ({
  weight,
  ask,
  onFailure,
}: {
  weight: JobWeight | null;
  ask: () => Promise<Outcome<JobWeight>>;
  onFailure: (failure: Failure) => void;
}) => {
  const [isAsking, setAsking] = useState(false);
  if (weight?.price) {
    return (
      <p className="row" aria-live="polite">
        <Icon name="billing" size="sm" className="faint" />
        {weight.price}
      </p>
    );
  }
  const show = async () => {
    setAsking(true);
    const outcome = await ask();
    setAsking(false);
    if (!outcome.ok) onFailure(outcome.failure);
  };
  return (
    <div className="row">
      <Button size="small" look="ghost" isBusy={isAsking} onClick={() => void show()}>
        {jobWords.showPrice}
      </Button>
    </div>
  );
};
