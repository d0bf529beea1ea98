import { sumOfPrices } from '../../../preload/contract/amounts.ts';
import type { Idle, IdleThing } from '../../../preload/contract/bills.ts';
import { shortDay } from '../../../preload/contract/time-words.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Menu } from '../../components/controls/menu.tsx';
import { Note } from '../../components/feedback/note.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import type { Asked } from '../../hooks/use-asked.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRows, useSingle } from '../../hooks/use-view.ts';
import { useJobs } from '../../jobs/job-host.tsx';
import { itemHref } from '../../routes/resource-place.ts';
import { hrefOf } from '../../routes/routes.ts';
import { billingWords } from '../../words/billing.ts';
import { money, moneyAMonth } from '../../words/money.ts';
import { iconOf } from '../resources/panel/family-icon.ts';
import { PartNotRead } from './not-read.tsx';

const whyOf = (thing: IdleThing, now: number): string => {
  const day = thing.sinceMs === null ? null : shortDay(thing.sinceMs, now);
  if (thing.reason === 'off') return day === null ? billingWords.offSinceUnknown : billingWords.offSince(day, thing.isAtLeast);
  const since = day === null ? null : billingWords.unusedSince(day);
  return [thing.detail, billingWords.reasons[thing.reason], since].filter(Boolean).join(', ');
};

const priceOf = ({ cost, monthlyUsd }: IdleThing): string => {
  if (monthlyUsd === null) return billingWords.priceNotTold;
  return cost.kind === 'price' && cost.isAbout ? billingWords.about(money(monthlyUsd)) : money(monthlyUsd);
};

const IdleRow = ({ thing, onKeep }: { thing: IdleThing; onKeep: ((thing: IdleThing) => void) | null }) => {
  const now = useNow();
  const { start } = useJobs();
  const { job } = thing;
  return (
    <li className="idle">
      <Icon name={iconOf(thing.familyId)} size="sm" className="faint" />
      <span className="two-lines grow">
        <a className="medium cut" href={itemHref(thing.familyId, thing.connectionId, thing.id)} title={thing.name}>
          {thing.name}
        </a>
        <span className="small-text faint">{whyOf(thing, now)}</span>
      </span>
      <span className="two-lines right">
        <span className="tabular">{priceOf(thing)}</span>
        {thing.soFarUsd !== null && (
          <span className="small-text faint tabular nowrap">{billingWords.sinceThen(money(thing.soFarUsd))}</span>
        )}
      </span>
      {job && onKeep && (
        <Button
          size="small"
          aria-label={`${job.label} ${thing.name}`}
          onClick={() =>
            start({ name: job.name }, { connectionId: thing.connectionId, familyId: thing.familyId, id: thing.id, parent: {} })
          }
        >
          {job.label}
        </Button>
      )}
      {onKeep && (
        <Menu
          entries={[{ kind: 'item', label: billingWords.keepWhy, icon: 'pin', onSelect: () => onKeep(thing) }]}
          trigger={<IconButton icon="more" size="small" label={billingWords.moreFor(thing.name)} />}
        />
      )}
    </li>
  );
};

const Section = ({
  id,
  title,
  things,
  sum,
  none,
  hint,
  onKeep,
}: {
  id: string;
  title: string;
  things: readonly IdleThing[];
  sum: string | null;
  none: string;
  hint?: string;
  onKeep: ((thing: IdleThing) => void) | null;
}) => (
  <section aria-labelledby={id}>
    <h2 id={id} className="section-head">
      {title}
      <span className="grow" />
      {things.length > 0 && sum !== null && <span className="small-text quiet tabular medium">{sum}</span>}
    </h2>
    <div className="card">
      {things.length === 0 ? (
        <div className="quiet-line faint">{none}</div>
      ) : (
        <ul className="list idle-list">
          {things.map((thing) => (
            <IdleRow key={thing.key} thing={thing} onKeep={onKeep} />
          ))}
        </ul>
      )}
    </div>
    {things.length > 0 && hint !== undefined && <p className="small-text faint below">{hint}</p>}
  </section>
);

/** A month's sum; what nobody tells the price of makes it a lower bound. */
const monthlyOf = (things: readonly IdleThing[]): string | null => {
  const sum = sumOfPrices(things.map(({ monthlyUsd }) => monthlyUsd));
  if (sum === null) return null;
  const isWhole = things.every(({ monthlyUsd }) => monthlyUsd !== null);
  return isWhole ? moneyAMonth(sum) : billingWords.atLeast(moneyAMonth(sum));
};

/**
 * What costs and serves nothing, each with what ends its cost. What a person keeps is not listed. `isBrief`: only what there is,
 * with a way to where something can be done about it.
 */
export const IdleList = ({ asked: { value, failure, again }, isBrief = false }: { asked: Asked<Idle>; isBrief?: boolean }) => {
  const { costs } = useSingle('settings');
  const connections = useRows('connections');
  const { run } = useCommand();
  if (value === null)
    return failure ? (
      <PartNotRead lead={billingWords.idleNotRead} failure={failure} onAgain={again} />
    ) : (
      <SkeletonRows text={billingWords.readingIdle} />
    );
  const keptKeys = new Set(costs.kept);
  const listed = value.things.filter(({ key }) => !keptKeys.has(key));
  const kept = value.things.filter(({ key }) => keptKeys.has(key));
  const off = listed.filter(({ reason }) => reason === 'off');
  const unused = listed.filter(({ reason }) => reason !== 'off');
  const save = (keys: readonly string[]) => void run({ kind: 'update-settings', patch: { costs: { kept: [...keys] } } });
  const onKeep = isBrief ? null : ({ key }: IdleThing) => save([...costs.kept, key]);
  const soFar = sumOfPrices(off.map(({ soFarUsd }) => soFarUsd));
  const isSinceWhole = off.every(({ soFarUsd, isAtLeast }) => soFarUsd !== null && !isAtLeast);
  const whole = monthlyOf(listed);
  return (
    <div className="stack">
      <Section
        id="off-billed"
        title={billingWords.offBilled}
        things={off}
        sum={soFar === null ? monthlyOf(off) : billingWords.sinceOff(money(soFar), isSinceWhole)}
        none={billingWords.offNone}
        hint={billingWords.offHint}
        onKeep={onKeep}
      />
      <Section
        id="unused"
        title={billingWords.unused}
        things={unused}
        sum={monthlyOf(unused)}
        none={billingWords.unusedNone}
        onKeep={onKeep}
      />
      {listed.length > 0 && whole !== null && (
        <Note icon="info" lead={billingWords.couldGo(whole)}>
          {billingWords.nothingByItself} {isBrief && <a href={hrefOf('billing', 'costs')}>{billingWords.endThem}</a>}
        </Note>
      )}
      {value.unread.map(({ connectionId, what, failure: why }) => (
        <p key={`${connectionId} ${what}`} className="small-text warn" title={why.message}>
          {billingWords.notRead(what, connections.find(({ id }) => id === connectionId)?.teamName ?? connectionId)}
        </p>
      ))}
      {kept.length > 0 && !isBrief && (
        <p className="small-text faint row">
          <span className="grow">{billingWords.kept(kept.length)}</span>
          <Button
            size="small"
            look="ghost"
            onClick={() => save(costs.kept.filter((key) => !kept.some((one) => one.key === key)))}
          >
            {billingWords.tellAgain}
          </Button>
        </p>
      )}
    </div>
  );
};
