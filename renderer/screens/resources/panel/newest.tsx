import { useMemo } from 'react';
import type { JobThing } from '../../../../preload/contract/job.ts';
import { resourceKey } from '../../../../preload/contract/resource-key.ts';
import { exactMoment } from '../../../../preload/contract/time-words.ts';
import { designedFamily } from '../../../families/all.ts';
import { type Family, newestFirst } from '../../../families/family.ts';
import { nameOf } from '../../../families/identity.ts';
import type { Newest } from '../../../families/panels/panel.ts';
import { firstAt, type Item, idOf, textOf, timeOf } from '../../../families/value.ts';
import { useNow } from '../../../hooks/use-now.ts';
import { useReads } from '../../../hooks/use-reads.ts';
import { useJobs } from '../../../jobs/job-host.tsx';
import { useOffers } from '../../../jobs/use-offers.ts';
import { placeHref } from '../../../routes/resource-place.ts';
import { resourceWords } from '../../../words/resources.ts';
import { age, clockOrDay } from '../../../words/times.ts';
import { State } from '../read-value.tsx';
import { Unread } from './first-facts.tsx';
import { Waiting } from './pieces.tsx';

/** So many say how things went lately. All of them are one click away. */
const shownAtMost = 4;

/** A line's height in CSS pixels; it must fit `.related li`. */
const lineHeight = 31;

const madeAt = (row: Item): number => timeOf(row[newestFirst.by]) ?? 0;

const stateOf = (family: Family, row: Item): string =>
  textOf(
    firstAt(
      row,
      family.columns.filter(({ kind }) => kind === 'status').flatMap(({ at }) => [...at]),
    ),
  );

const NewestLine = ({ family, newest, thing }: { family: Family; newest: Newest; thing: JobThing }) => {
  const nowMs = useNow();
  const { start } = useJobs();
  const { row, connectionId, parent, id } = thing;
  const job = newest.job(row);
  const offer = useOffers(job === null ? null : thing).find(({ name, offReason }) => name === job?.name && offReason === null);
  const atMs = madeAt(row);
  const called = nameOf(family, row);
  return (
    <li>
      <span className="newest-state">
        <State raw={stateOf(family, row)} />
      </span>
      <a className="grow cut" href={placeHref({ familyId: family.id, parent, connectionId, itemId: id })} title={called}>
        {called}
      </a>
      <span className="small-text faint tabular not-tiny">{newest.detail(row)}</span>
      <time className="small-text faint nowrap tabular" dateTime={new Date(atMs).toISOString()} title={exactMoment(atMs)}>
        {resourceWords.past(age(atMs, nowMs))}
      </time>
      {job && offer && (
        <button
          type="button"
          className="link small-text nowrap"
          aria-label={resourceWords.jobOn(job.label, called, clockOrDay(atMs, nowMs))}
          onClick={() => start(offer, thing)}
        >
          {job.label}
        </button>
      )}
    </li>
  );
};

/** The newest things of a list inside, with how each went and what can be done with it. The list is read once for that. */
export const NewestInside = ({
  newest,
  connectionId,
  parent,
}: {
  newest: Newest;
  connectionId: string;
  parent: Record<string, string>;
}) => {
  const { familyId } = newest;
  const family = designedFamily(familyId);
  const key = resourceKey(connectionId, familyId, parent);
  const { items = null, failure = null } = useReads(connectionId, [{ familyId, parent, isAsked: true }]).get(key) ?? {};
  const parentText = JSON.stringify(parent);
  const things = useMemo(
    () =>
      (items ?? [])
        .toSorted((one, other) => madeAt(other) - madeAt(one))
        .slice(0, shownAtMost)
        .map((row): JobThing => {
          const id = family ? idOf(family, row) : '';
          return { connectionId, familyId, id, parent: JSON.parse(parentText) as Record<string, string>, row };
        }),
    [items, family, connectionId, familyId, parentText],
  );
  if (family === undefined || (items !== null && things.length === 0)) return null;
  const head = resourceWords.newestHead(family.title);
  return (
    <>
      <h3 className="section-head">{head}</h3>
      {items === null && failure !== null && <Unread failure={failure} />}
      <ul className="related newest" aria-label={head}>
        {items === null && failure === null && (
          <li style={{ minHeight: lineHeight * shownAtMost }}>
            <Waiting />
          </li>
        )}
        {things.map((thing) => (
          <NewestLine key={thing.id} family={family} newest={newest} thing={thing} />
        ))}
      </ul>
    </>
  );
};
