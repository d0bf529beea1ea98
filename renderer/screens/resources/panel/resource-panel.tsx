import { useEffect, useMemo, useRef, useState } from 'react';
import type { CatalogueIndex, OperationSummary } from '../../../../preload/contract/catalogue.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import type { JobThing } from '../../../../preload/contract/job.ts';
import { IconButton } from '../../../components/controls/button.tsx';
import { CopyButton } from '../../../components/controls/copyable.tsx';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { FailureState } from '../../../components/feedback/failure-state.tsx';
import { SkeletonRows } from '../../../components/feedback/skeleton.tsx';
import { openLink } from '../../../droplet-actions/reach.ts';
import type { Family } from '../../../families/family.ts';
import { calledById, isPosition, nameOf } from '../../../families/identity.ts';
import { panelOf } from '../../../families/panels/all.ts';
import type { Panel } from '../../../families/panels/panel.ts';
import { readingOf, wordsOf } from '../../../families/reading.ts';
import { firstAt, type Item, textOf } from '../../../families/value.ts';
import { useHeldFocus } from '../../../hooks/use-held-focus.ts';
import { useLastName } from '../../../hooks/use-last-name.ts';
import { useRow, useTeam } from '../../../hooks/use-view.ts';
import { useOffers } from '../../../jobs/use-offers.ts';
import { usePage } from '../../../page/page.ts';
import { PinButton } from '../../../pins/pin-button.tsx';
import type { Place } from '../../../routes/resource-place.ts';
import { dropletWords } from '../../../words/droplets.ts';
import { resourceWords } from '../../../words/resources.ts';
import { inOneLine } from '../../../words/sentences.ts';
import { frameWords } from '../../../words/views.ts';
import '../../../styles/panels.css';
import type { ItemLine } from '../lines.ts';
import { State } from '../read-value.tsx';
import { useFamily } from '../use-family.ts';
import { DesignedContents, PlainContents } from './panel-contents.tsx';
import { operationsOn, thingIn } from './thing-reads.ts';

const nothing: Item = {};

/** Read by itself, it was not found: it is no failure of the read. */
const isNoLongerThere = ({ kind, status }: Failure): boolean => kind === 'not-found' || status === 410;

/** Whether opening the thing reads it by itself: what the list has of it is enough for most panels. */
const isReadAtOnce = (panel: Panel | null, line: ItemLine | null): boolean =>
  panel === null || panel.isReadWhole === true || line === null;

/** The panel of one thing over the list, which stays usable: its facts, what lies inside it, and what can be done with it. */
export const ResourcePanel = ({
  family,
  place,
  line,
  isRead,
  index,
  holders = '',
  onClose,
}: {
  family: Family;
  place: Place;
  /** The thing's row in the list; `null` if the list does not have it. */
  line: ItemLine | null;
  /** The list has been read, so a thing that it does not have is gone. */
  isRead: boolean;
  index: CatalogueIndex | null;
  /** Names of what it lies in, from the outermost. */
  holders?: string;
  onClose: () => void;
}) => {
  const page = usePage();
  const { all } = useTeam();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  useHeldFocus(ref, () => ref.current?.focus({ preventScroll: true }));
  const panel = panelOf(family.id);
  const [isWholeWanted, setWholeWanted] = useState(false);
  // A thing without an id of its own cannot be named in a request: its row is all there is.
  const itemId = line ? line.itemId : isPosition(place.itemId ?? '') ? null : place.itemId;
  const operations = useMemo(
    () => (index === null || itemId === null ? null : operationsOn(index, family)),
    [index, family, itemId],
  );
  const connections = useMemo(() => all.filter((one) => one.id === place.connectionId), [all, place.connectionId]);
  const valuesFor = (operation: OperationSummary) => operations?.valuesFor(operation, { ...place, itemId: itemId ?? '' }) ?? {};
  // The list may still be on its way; until it is there, nobody knows whether the row is enough.
  const isWhole = operations?.read && (isWholeWanted || isReadAtOnce(panel, line)) && (line !== null || isRead || panel === null);
  const whole = useFamily(
    operations?.read?.id ?? '',
    isWhole ? connections : [],
    isWhole && operations?.read ? valuesFor(operations.read) : {},
  );
  // A read of the single thing may return more than the list did.
  const item = thingIn(family, whole, itemId ?? '') ?? line?.item ?? nothing;
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
  // What has no name of its own is called by its droplet: the members of a pool, backup policies.
  const [first] = family.columns;
  const dropletId = first?.kind === 'link' && first.to === 'droplets_list' ? textOf(firstAt(item, first.at)) : '';
  const droplet = useRow('droplets', dropletId === '' ? null : `${connectionId}:${dropletId}`);
  const ownName = droplet?.name ?? (isKnown ? nameOf(family, item, family.standsFor && line ? line.name : null) : '');
  const lastName = useLastName(`${family.id} ${connectionId} ${parent} ${itemId}`, ownName || null);
  const name = lastName || calledById(family, wordsOf(readingOf({ field: '', value: itemId }))) || family.title;
  const state = firstAt(
    item,
    family.columns.filter((column) => column.kind === 'status').flatMap((column) => [...column.at]),
  );
  const failure = whole.failures[0]?.failure;
  const isGone = !isKnown && (failure === undefined ? isRead && !whole.isFetching : isNoLongerThere(failure));
  const webPage = isKnown && itemId !== null ? panel?.webPage?.(itemId) : undefined;
  const contents = { family, item, itemId, connectionId, operations, index, valuesFor, thing, offers };

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
          <div className="small-text faint cut">{inOneLine([connections[0]?.teamName, family.title, holders])}</div>
        </div>
        {thing && <PinButton place={thing} name={name} />}
        {itemId !== null && <CopyButton text={itemId} />}
        {webPage !== undefined && (
          <IconButton
            icon="external"
            label={dropletWords.openWeb}
            className="not-tiny"
            onClick={() => void openLink(page, webPage)}
          />
        )}
        <IconButton icon="close" label={frameWords.close} aria-keyshortcuts="Escape" onClick={onClose} />
      </header>
      <div className="panel-body">
        {!isKnown && failure && !isGone && <FailureState failure={failure} what={name} />}
        {!isKnown && !failure && !isRead && <SkeletonRows text={resourceWords.asking(family.title, 1)} />}
        {isGone && (
          <EmptyState icon="gone" title={lastName === '' ? resourceWords.gone : dropletWords.goneNamed(lastName)}>
            {resourceWords.goneDetail}
          </EmptyState>
        )}
        {isKnown && panel && <DesignedContents {...contents} panel={panel} onAllFacts={() => setWholeWanted(true)} />}
        {isKnown && panel === null && <PlainContents {...contents} />}
      </div>
    </section>
  );
};
