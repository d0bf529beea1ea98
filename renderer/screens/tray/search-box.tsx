import type { KeyboardEvent, Ref } from 'react';
import { KeyCaps } from '../../components/controls/key-cap.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { trayWords } from '../../words/tray.ts';

/** Id of the list of results, and of the result with a number. */
export const resultsId = 'tray-results';
export const resultId = (index: number): string => `${resultsId}-${index}`;

/** The search field of the popover. It keeps the focus while the arrows go through its results. */
export const SearchBox = ({
  text,
  onType,
  onKeyDown,
  count,
  cursor,
  ref,
}: {
  text: string;
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** How much was found, and of how many droplets if it is droplets alone; `null`: nothing is searched for. */
  count: { found: number; all: number | null } | null;
  /** Number of the result under the cursor; `null`: none. */
  cursor: number | null;
  ref: Ref<HTMLInputElement>;
}) => (
  <search className="tray-search">
    <div className="field">
      <Icon name="search" size="sm" className="faint" />
      <input
        ref={ref}
        type="text"
        role="combobox"
        aria-label={trayWords.searchLabel}
        aria-autocomplete="list"
        aria-expanded={count !== null && count.found > 0}
        aria-controls={count !== null && count.found > 0 ? resultsId : undefined}
        aria-activedescendant={cursor === null ? undefined : resultId(cursor)}
        aria-keyshortcuts="/"
        placeholder={trayWords.search}
        value={text}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {count === null ? (
        <KeyCaps keys={['/']} />
      ) : (
        <span className="tiny-text faint tabular nowrap" aria-hidden="true">
          {trayWords.found(count.found, count.all)}
        </span>
      )}
    </div>
    <p className="unseen" role="status">
      {count !== null && trayWords.foundSaid(count.found, count.all)}
    </p>
  </search>
);
