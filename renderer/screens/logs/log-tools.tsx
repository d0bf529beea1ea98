import { type Ref, useId } from 'react';
import type { LogApp } from '../../../preload/contract/log.ts';
import { type LogSource, type LogType, logTypes } from '../../../preload/contract/log-route.ts';
import { classNames } from '../../components/class-names.ts';
import { IconButton } from '../../components/controls/button.tsx';
import { Segments, Switch } from '../../components/controls/choices.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { logTypeNames, logWords } from '../../words/logs.ts';

/** Where the search stands. */
export interface Search {
  query: string;
  hits: number;
  /** From 1; `null`: at none yet. */
  at: number | null;
  isOnlyHits: boolean;
}

/** Field of the search: Enter goes to the next hit, Shift Enter to the one before. */
const SearchBox = ({
  search,
  onQuery,
  onStep,
  onLeave,
  ref,
}: {
  search: Search;
  onQuery: (query: string) => void;
  onStep: (step: 1 | -1) => void;
  onLeave: () => void;
  ref: Ref<HTMLInputElement>;
}) => {
  const id = useId();
  const { query, hits, at } = search;
  return (
    <div className="field search log-search">
      <Icon name="search" size="sm" className="faint" />
      <input
        ref={ref}
        type="text"
        role="searchbox"
        aria-label={logWords.search}
        aria-keyshortcuts="/ Control+F"
        aria-describedby={query === '' ? undefined : id}
        placeholder={logWords.search}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape' && query !== '') onQuery('');
          else if (event.key === 'Escape' || event.key === 'ArrowDown') onLeave();
          else return;
          event.preventDefault();
        }}
      />
      {query !== '' && (
        <>
          <span id={id} className="small-text faint tabular nowrap">
            {logWords.hits(at, hits)}
          </span>
          <IconButton icon="up" size="small" label={logWords.previous} onClick={() => onStep(-1)} />
          <IconButton icon="down" size="small" label={logWords.next} onClick={() => onStep(1)} />
        </>
      )}
    </div>
  );
};

/** The controls above a log: of which component, what was written when, the search, and whether it is followed. */
export const LogTools = ({
  source,
  app,
  search,
  isFollowing,
  onSource,
  onQuery,
  onStep,
  onOnlyHits,
  onFollow,
  onLeave,
  searchRef,
}: {
  source: LogSource;
  app: LogApp | null;
  search: Search;
  isFollowing: boolean;
  onSource: (change: Partial<LogSource>) => void;
  onQuery: (query: string) => void;
  onStep: (step: 1 | -1) => void;
  onOnlyHits: (isOn: boolean) => void;
  onFollow: (isFollowing: boolean) => void;
  onLeave: () => void;
  searchRef: Ref<HTMLInputElement>;
}) => {
  const { type, component } = source;
  const names = app?.components ?? [];
  const entry = (label: string, value: string | null): MenuEntry => ({
    kind: 'item',
    label,
    isChecked: component === value,
    onSelect: () => onSource({ component: value }),
  });
  return (
    <div className="log-tools">
      {type !== 'job' && names.length > 1 && (
        <Menu
          entries={[entry(logWords.allComponents, null), { kind: 'separator' }, ...names.map((name) => entry(name, name))]}
          trigger={
            <button type="button" className="chip" aria-label={`${logWords.components}: ${component ?? logWords.allComponents}`}>
              <Icon name="layers" size="xs" />
              <span className="cut">{component ?? logWords.allComponents}</span>
              <Icon name="down" size="xs" />
            </button>
          }
        />
      )}
      {type !== 'job' && (
        <Segments<LogType>
          label={logWords.types}
          options={logTypes.filter((one) => one !== 'job').map((one) => ({ value: one, label: logTypeNames[one] }))}
          value={type}
          onChange={(next) => onSource({ type: next })}
        />
      )}
      <span className="grow" />
      <div className="log-find">
        <SearchBox search={search} onQuery={onQuery} onStep={onStep} onLeave={onLeave} ref={searchRef} />
        <button
          type="button"
          className={classNames('chip', search.isOnlyHits ? 'set' : 'add')}
          aria-pressed={search.isOnlyHits}
          onClick={() => onOnlyHits(!search.isOnlyHits)}
        >
          {logWords.onlyHits}
        </button>
        <span className="row log-follow">
          <Switch label={logWords.follow} isOn={isFollowing} onChange={onFollow} />
          <span aria-hidden="true" className="small-text quiet">
            {logWords.follow}
          </span>
        </span>
      </div>
    </div>
  );
};
