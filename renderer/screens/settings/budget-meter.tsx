import { clock } from '../../../preload/contract/time-words.ts';
import type { BudgetView } from '../../../preload/contract/view.ts';
import { useNow } from '../../hooks/use-now.ts';
import { settingsWords } from '../../words/settings.ts';
import { stateWords } from '../../words/states.ts';

/** Who used this hour's requests of a token, Buoy or something else, and how many are left. */
export const BudgetMeter = ({ budget }: { budget: BudgetView | null }) => {
  const now = useNow();
  if (!budget) return <p className="small-text faint">{settingsWords.budgetUnknown}</p>;
  const used = Math.max(0, budget.limit - budget.remaining);
  const byBuoy = Math.min(used, budget.usedByBuoy);
  const elsewhere = used - byBuoy;
  const share = (count: number) => `${(count / budget.limit) * 100}%`;
  const { throttled, held, resetAtMs } = budget;
  const reset = resetAtMs !== null && resetAtMs > now && used > 0 ? settingsWords.budgetReset(clock(resetAtMs)) : null;
  const note = throttled
    ? stateWords.throttled(clock(throttled.untilMs))
    : held
      ? stateWords.held(held.untilMs === null ? null : clock(held.untilMs))
      : reset;
  const words = [
    settingsWords.budgetBuoy(byBuoy),
    settingsWords.budgetElsewhere(elsewhere),
    settingsWords.budgetLeft(budget.remaining),
  ];
  return (
    <div className="budget">
      <div className="stackbar" role="img" aria-label={`${settingsWords.budget}: ${words.join(', ')}`}>
        <i className="own" style={{ width: share(byBuoy) }} />
        <i className="others" style={{ width: share(elsewhere) }} />
      </div>
      <div className="row tiny-text faint tabular" aria-hidden="true">
        <span className="row">
          <b className="swatch own" />
          {words[0]}
        </span>
        <span className="row">
          <b className="swatch others" />
          {words[1]}
        </span>
        <span className="grow" />
        {note !== null && <span className={throttled ? 'warn' : undefined}>{note}</span>}
        <span>{words[2]}</span>
      </div>
    </div>
  );
};
