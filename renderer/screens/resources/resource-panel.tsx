import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { CatalogueIndex, OperationSummary } from '../../../preload/contract/catalogue.ts';
import type { JobThing } from '../../../preload/contract/job.ts';
import { ResourceCharts } from '../../charts/resource-charts.tsx';
import { IconButton } from '../../components/controls/button.tsx';
import { CopyButton } from '../../components/controls/copyable.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { designedFamily } from '../../families/all.ts';
import { factsOf } from '../../families/facts.ts';
import type { Family } from '../../families/family.ts';
import { listTitle } from '../../families/generic.ts';
import { isPosition, nameOf } from '../../families/identity.ts';
import { itemOperations, parametersOf } from '../../families/operations.ts';
import { readingOf, wordsOf } from '../../families/reading.ts';
import { firstAt, type Item, idOf, textOf } from '../../families/value.ts';
import { useTeam } from '../../hooks/use-view.ts';
import { JobButtons } from '../../jobs/job-buttons.tsx';
import { useOffers } from '../../jobs/use-offers.ts';
import { PinButton } from '../../pins/pin-button.tsx';
import { operationRoute } from '../../routes/operation-route.ts';
import { type Place, placeHref } from '../../routes/resource-place.ts';
import { jobWords } from '../../words/jobs.ts';
import { resourceWords } from '../../words/resources.ts';
import { inOneLine } from '../../words/sentences.ts';
import { frameWords } from '../../words/views.ts';
import { Facts } from './fact-tree.tsx';
import type { ItemLine } from './lines.ts';
import { State } from './read-value.tsx';
import { type FamilyRead, useFamily } from './use-family.ts';

/** Operations on a thing, and the path values that identify it for each of them. */
interface Offered {
  operations: readonly OperationSummary[];
  connectionId: string;
  valuesFor: (operation: OperationSummary) => Record<string, string>;
}

/** What lies inside the thing. Designed families open as lists, other reads as forms that are ready to send. */
const Inside = ({ operations, connectionId, valuesFor }: Offered) => {
  if (operations.length === 0) return null;
  return (
    <>
      <h3 className="section-head">{resourceWords.insideHead}</h3>
      <ul className="related">
        {operations.map((operation) => {
          const parent = valuesFor(operation);
          const isKnown = parametersOf(operation.path).every((name) => name in parent);
          const family = designedFamily(operation.id);
          const href =
            isKnown && family
              ? placeHref({ familyId: operation.id, parent, connectionId, itemId: null })
              : operationRoute(operation.id, { connectionId, path: parent });
          return (
            <li key={operation.id}>
              <Icon name={family ? 'layers' : 'code'} size="sm" className="faint" />
              <a className="grow cut" href={href}>
                {family?.title ?? listTitle(operation.title)}
              </a>
              <Icon name="right" size="sm" className="faint" />
            </li>
          );
        })}
      </ul>
    </>
  );
};

/**
 * Operations that change the thing, by how dangerous they are. Each one opens its form with this thing filled in. The core asks
 * for confirmation when the form is sent.
 */
const Changes = ({ operations, connectionId, valuesFor }: Offered) => {
  const groups = [
    { head: resourceWords.changesHead, of: operations.filter((one) => one.danger === 'safe' || one.danger === 'normal') },
    {
      head: resourceWords.hurtsHead,
      of: operations.filter((one) => one.danger === 'disruptive' || one.danger === 'destructive'),
    },
  ];
  return (
    <>
      {groups.map(({ head, of }) =>
        of.length === 0 ? null : (
          <section key={head} aria-label={head}>
            <h3 className="section-head">{head}</h3>
            <div className="deeds">
              {of.map((operation) => (
                <a
                  key={operation.id}
                  className={operation.danger === 'destructive' ? 'btn small hurt' : 'btn small'}
                  href={operationRoute(operation.id, { connectionId, path: valuesFor(operation) })}
                >
                  {operation.title}
                </a>
              ))}
            </div>
          </section>
        ),
      )}
    </>
  );
};

/** Everything that the API can do with the thing. Folded where its jobs stand above. */
const AllOperations = ({ count, children }: { count: number | null; children: ReactNode }) =>
  count === null ? (
    children
  ) : (
    <details className="all-operations">
      <summary>{jobWords.allOperations(count)}</summary>
      {children}
    </details>
  );

/**
 * The operations on a thing, sorted into the one that reads it whole and the lists inside it. A listing is never read as the thing
 * that it lies in: an invoice is not its first item.
 */
function readsOf(index: CatalogueIndex, family: Family) {
  const { read: found, inside, changes, valuesFor } = itemOperations(index, family.id);
  const own = family.read === undefined ? found : (index.operations.find(({ id }) => id === family.read) ?? null);
  const read = own !== null && designedFamily(own.id) === undefined ? own : null;
  const lists = found === null || found === read || inside.includes(found) ? inside : [found, ...inside];
  return { read, inside: lists.filter((operation) => operation !== read), changes, valuesFor };
}

/** The thing in what was read of it; `null` if that is not this thing. Two readings of it are never mixed. */
function thingIn(family: Family, { items, isSingle }: FamilyRead, itemId: string): Item | null {
  const same = items.find(({ item }) => idOf(family, item) === itemId);
  if (same) return same.item;
  const [only] = items;
  // Some things do not repeat the id by which they were asked for.
  const isWithoutId = only !== undefined && idOf(family, only.item) === '' && Object.keys(only.item).length > 0;
  return isSingle && isWithoutId ? only.item : null;
}

/** The panel of one thing over the list, which stays usable: its facts, what lies inside it, and what can be done with it. */
export const ResourcePanel = ({
  family,
  place,
  line,
  isRead,
  index,
  onClose,
}: {
  family: Family;
  place: Place;
  /** The thing's row in the list; `null` if the list does not have it. */
  line: ItemLine | null;
  /** The list has been read, so a thing that it does not have is gone. */
  isRead: boolean;
  index: CatalogueIndex | null;
  onClose: () => void;
}) => {
  const { all } = useTeam();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  // A thing without an id of its own cannot be named in a request: its row is all there is.
  const itemId = line ? line.itemId : isPosition(place.itemId ?? '') ? null : place.itemId;
  const operations = useMemo(() => (index === null || itemId === null ? null : readsOf(index, family)), [index, family, itemId]);
  const connections = useMemo(() => all.filter((one) => one.id === place.connectionId), [all, place.connectionId]);
  const valuesFor = (operation: OperationSummary) => operations?.valuesFor(operation, { ...place, itemId: itemId ?? '' }) ?? {};
  const readValues = operations?.read ? valuesFor(operations.read) : {};
  const whole = useFamily(operations?.read?.id ?? '', operations?.read ? connections : [], readValues);
  // A read of the single thing may return more than the list did.
  const item = thingIn(family, whole, itemId ?? '') ?? line?.item ?? {};
  const connectionId = place.connectionId ?? '';
  // As text, since an address makes a new object each time that it is read.
  const parent = JSON.stringify(place.parent);
  const thing = useMemo<JobThing | null>(
    () =>
      itemId === null || connectionId === '' || Object.keys(item).length === 0
        ? null
        : { connectionId, familyId: family.id, id: itemId, parent: JSON.parse(parent), row: item },
    [connectionId, family.id, itemId, parent, item],
  );
  const offers = useOffers(thing);
  const isKnown = Object.keys(item).length > 0;
  const name = (isKnown ? nameOf(family, item) : '') || wordsOf(readingOf({ field: '', value: itemId })) || family.title;
  const state = firstAt(
    item,
    family.columns.filter((column) => column.kind === 'status').flatMap((column) => [...column.at]),
  );
  const failure = whole.failures[0]?.failure;

  return (
    <section ref={ref} className="panel" tabIndex={-1} aria-label={resourceWords.panel(name)}>
      <header>
        <div className="two-lines grow">
          <div className="row">
            <h2 className="large-text cut" title={name}>
              {name}
            </h2>
            {state !== undefined && <State raw={textOf(state)} />}
          </div>
          <div className="small-text faint cut">{inOneLine([connections[0]?.teamName, family.title])}</div>
        </div>
        {thing && <PinButton place={thing} name={name} />}
        {itemId !== null && <CopyButton text={itemId} />}
        <IconButton icon="close" label={frameWords.close} aria-keyshortcuts="Escape" onClick={onClose} />
      </header>
      <div className="panel-body">
        {!isKnown && failure && <FailureState failure={failure} what={name} />}
        {!isKnown && !failure && !isRead && <SkeletonRows text={resourceWords.asking(family.title, 1)} />}
        {!isKnown && !failure && isRead && !whole.isFetching && (
          <EmptyState icon="gone" title={resourceWords.gone}>
            {resourceWords.goneDetail}
          </EmptyState>
        )}
        {isKnown && (
          <>
            {thing && <JobButtons thing={thing} offers={offers} />}
            <Facts facts={factsOf(item)} connectionId={connectionId} />
            {itemId !== null && (
              <ResourceCharts familyId={family.id} connectionId={connectionId} id={itemId} name={name} row={item} />
            )}
            {operations && <Inside operations={operations.inside} connectionId={connectionId} valuesFor={valuesFor} />}
            {operations && (
              <AllOperations count={offers.length === 0 ? null : operations.changes.length}>
                <Changes operations={operations.changes} connectionId={connectionId} valuesFor={valuesFor} />
              </AllOperations>
            )}
          </>
        )}
      </div>
    </section>
  );
};
