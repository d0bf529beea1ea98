import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CatalogueIndex } from '../../../preload/contract/catalogue.ts';
import { classNames } from '../../components/class-names.ts';
import { Button } from '../../components/controls/button.tsx';
import { Menu } from '../../components/controls/menu.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { SkeletonRows } from '../../components/feedback/skeleton.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { useSingle, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { operationRoute } from '../../routes/operation-route.ts';
import '../../styles/forms.css';
import '../../styles/operations/index.css';
import { wholeNumber } from '../../words/locale.ts';
import { operationWords } from '../../words/operations.ts';
import { viewNames } from '../../words/views.ts';
import { OperationList } from './list/operation-list.tsx';
import { readRecent, rememberRecent } from './list/recent.ts';
import { useIndexRead } from './list/use-index-read.ts';
import { type Place, placeOf } from './operation-place.ts';
import { OperationWork } from './operation-work.tsx';
import { useTag } from './request/use-tag.ts';

/** The team that sends the request: chosen here, else named in the address, else the one that the views are limited to. */
function useSendingTeam(place: Place | null) {
  const { teamId, all } = useTeam();
  const [chosenId, setChosen] = useState<{ forHash: string | null; id: string } | null>(null);
  const brought = place?.connectionId ?? null;
  const wanted = chosenId?.forHash === brought ? chosenId.id : (brought ?? chosenId?.id ?? teamId);
  const team = all.find((connection) => connection.id === wanted) ?? all[0] ?? null;
  return { team, all, choose: (id: string) => setChosen({ forHash: brought, id }) };
}

const TeamChooser = ({ sending }: { sending: ReturnType<typeof useSendingTeam> }) => {
  const { team, all, choose } = sending;
  if (!team) return null;
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="chip" title={team.teamName}>
          <span className="unseen">{operationWords.team}: </span>
          <Monogram letters={team.monogram} size="small" />
          <span className="cut not-tiny">{team.teamName}</span>
          <Icon name="down" size="xs" />
        </button>
      }
      entries={all.map((connection) => ({
        kind: 'item' as const,
        label: connection.teamName,
        lead: <Monogram letters={connection.monogram} size="small" />,
        isChecked: connection.id === team.id,
        onSelect: () => choose(connection.id),
      }))}
    />
  );
};

/** Ids of the favourite operations. The same set until they change, so that the list does not re-render. */
function useFavourites() {
  const { favouriteOperations } = useSingle('settings');
  const { run } = useCommand();
  const favourites = useMemo(() => new Set(favouriteOperations), [favouriteOperations]);
  const setFavourite = (id: string, isOn: boolean) => {
    const rest = favouriteOperations.filter((one) => one !== id);
    void run({ kind: 'update-settings', patch: { favouriteOperations: isOn ? [...rest, id] : rest } }, { isSuccessShown: true });
  };
  return { favourites, setFavourite };
}

/** The chosen operation, once the forms of its tag have been read. */
const Chosen = ({
  index,
  place,
  hash,
  connectionId,
  onSent,
}: {
  index: CatalogueIndex;
  place: Place;
  hash: string;
  connectionId: string | null;
  onSent: (operationId: string) => void;
}) => {
  const { favourites, setFavourite } = useFavourites();
  const summary = index.operations.find((operation) => operation.id === place.operationId);
  const read = useTag(summary?.tag ?? null);
  if (!summary) {
    return (
      <EmptyState icon="code" title={operationWords.unknownTitle}>
        {operationWords.unknownDetail(place.operationId)}
      </EmptyState>
    );
  }
  if (read.phase === 'reading') return <SkeletonRows text={operationWords.readingForm(summary.tag)} />;
  const operation = read.phase === 'read' ? read.catalogue.operations.find((one) => one.id === summary.id) : undefined;
  if (read.phase === 'failed' || !operation) {
    const buttons = <Button onClick={read.again}>{operationWords.tryAgain}</Button>;
    return read.phase === 'failed' ? (
      <FailureState failure={read.failure} what={operationWords.formFailed(summary.tag)} buttons={buttons} />
    ) : (
      <EmptyState icon="alert" title={operationWords.formFailed(summary.tag)} buttons={buttons} />
    );
  }
  return (
    <OperationWork
      key={operation.id}
      operation={operation}
      catalogue={read.catalogue}
      index={index}
      place={place}
      hash={hash}
      connectionId={connectionId}
      isFavourite={favourites.has(operation.id)}
      onFavourite={(isOn) => setFavourite(operation.id, isOn)}
      onSent={onSent}
    />
  );
};

/** Any operation of the API: search it, fill in its form, send it and read the answer. */
export const OperationsScreen = () => {
  const { router, storage } = usePage();
  const hash = useSyncExternalStore(router.subscribe, router.hash);
  const place = useMemo(() => placeOf(hash), [hash]);
  const isNarrow = useIsNarrow();
  const read = useIndexRead();
  const { favourites } = useFavourites();
  const [recent, setRecent] = useState(() => readRecent(storage));
  const [query, setQuery] = useState('');
  const sending = useSendingTeam(place);
  const searchRef = useRef<HTMLInputElement>(null);
  const isListShown = !isNarrow || place === null || query !== '';
  useHotkeys({ '/': () => searchRef.current?.focus() });
  const open = (id: string) => {
    if (isNarrow) setQuery('');
    router.go(operationRoute(id));
  };
  const index = read.phase === 'read' ? read.index : null;
  return (
    <>
      <ViewBar title={viewNames.operations} beside={index ? wholeNumber(index.operations.length) : undefined}>
        {isNarrow && place !== null && (
          <a className="btn small ghost" href="#/operations">
            {operationWords.showList}
          </a>
        )}
        <TeamChooser sending={sending} />
      </ViewBar>
      <div className={classNames('body flush op-screen', isListShown ? 'has-list' : 'no-list')}>
        {read.phase === 'reading' && <SkeletonRows text={operationWords.readingList} />}
        {read.phase === 'failed' && (
          <FailureState
            failure={read.failure}
            what={operationWords.listFailed}
            buttons={<Button onClick={read.again}>{operationWords.tryAgain}</Button>}
          />
        )}
        {index && (
          <>
            <OperationList
              index={index}
              openId={place?.operationId ?? null}
              query={query}
              favourites={favourites}
              recent={recent}
              searchRef={searchRef}
              isListShown={isListShown}
              onQuery={setQuery}
              onOpen={open}
            />
            {place !== null && !(isNarrow && isListShown) && (
              <Chosen
                index={index}
                place={place}
                hash={hash}
                connectionId={sending.team?.id ?? null}
                onSent={(id) => setRecent(rememberRecent(storage, id))}
              />
            )}
            {place === null && !isNarrow && (
              <EmptyState icon="code" title={operationWords.chooseTitle(index.operations.length)}>
                {operationWords.chooseDetail}
              </EmptyState>
            )}
          </>
        )}
      </div>
    </>
  );
};
