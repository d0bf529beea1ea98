import { useEffect } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { classNames } from '../../components/class-names.ts';
import { KeyCaps } from '../../components/controls/key-cap.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { DropletGlyph } from '../../components/status/droplet-status.tsx';
import { Marked } from '../../components/status/marked.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import { useIsStale, useRow } from '../../hooks/use-view.ts';
import type { PaletteEntry } from '../../palette/entries.ts';
import { type Found, foundBy } from '../../readings/droplet-search.ts';
import { trayWords } from '../../words/tray.ts';
import { resultId, resultsId } from './search-box.tsx';
import type { Search } from './use-search.ts';

const ResultLine = ({
  droplet,
  words,
  index,
  isCursor,
  onOpen,
}: {
  droplet: DropletRow;
  words: readonly string[];
  index: number;
  isCursor: boolean;
  onOpen: (droplet: DropletRow) => void;
}) => {
  const isStale = useIsStale(droplet.connectionId);
  const team = useRow('connections', droplet.connectionId);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the focus and handles the keys.
    <div
      role="option"
      id={resultId(index)}
      aria-selected={isCursor}
      className={classNames('menu-item', isCursor && 'on')}
      // The focus stays in the search field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(droplet)}
    >
      <DropletGlyph droplet={droplet} isQuiet={isStale} />
      <span className="cut grow" title={droplet.name}>
        <Marked text={droplet.name} words={words} />
      </span>
      <span className="unseen">{droplet.conditionText}</span>
      <span className="small-text faint tabular cut tray-end">
        <Marked text={foundBy(droplet, words)} words={words} />
      </span>
      {team && <Monogram letters={team.monogram} name={team.label} size="small" />}
    </div>
  );
};

const EntryLine = ({
  entry,
  words,
  index,
  isCursor,
}: {
  entry: PaletteEntry;
  words: readonly string[];
  index: number;
  isCursor: boolean;
}) => {
  const team = useRow('connections', entry.connectionId ?? null);
  const isOff = Boolean(entry.offReason);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the focus and handles the keys.
    <div
      role="option"
      id={resultId(index)}
      aria-selected={isCursor}
      aria-disabled={isOff || undefined}
      className={classNames('menu-item', isCursor && 'on', isOff && 'off')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !isOff && entry.run?.()}
    >
      {entry.icon && <Icon name={entry.icon} size="sm" />}
      <span className="cut grow" title={entry.label}>
        <Marked text={entry.label} words={words} />
      </span>
      <span className="small-text faint cut tray-end">{entry.offReason ?? entry.detail}</span>
      {team && <Monogram letters={team.monogram} name={team.label} size="small" />}
    </div>
  );
};

/** What the search found, in place of the lists. */
export const Results = ({
  search: { things, jobs, isReading, words, cursor },
  found,
  onOpen,
}: {
  search: Search;
  found: Found;
  onOpen: (droplet: DropletRow) => void;
}) => {
  useEffect(() => {
    if (cursor !== null) document.getElementById(resultId(cursor))?.scrollIntoView?.({ block: 'nearest' });
  }, [cursor]);
  const entries = [...things, ...jobs];
  if (found.count + entries.length === 0) {
    if (isReading) return <p className="small-text faint tray-reason">{trayWords.reading}</p>;
    return (
      <div className="tray-none">
        <p className="medium">{trayWords.noneFound}</p>
        <p className="small-text faint">{trayWords.noneFoundDetail}</p>
      </div>
    );
  }
  return (
    <>
      <div role="listbox" id={resultsId} aria-label={trayWords.results}>
        {found.droplets.map((droplet, index) => (
          <ResultLine
            key={droplet.key}
            droplet={droplet}
            words={words}
            index={index}
            isCursor={index === cursor}
            onOpen={onOpen}
          />
        ))}
        {entries.map((entry, at) => {
          const index = found.droplets.length + at;
          return <EntryLine key={entry.id} entry={entry} words={words} index={index} isCursor={index === cursor} />;
        })}
      </div>
      {found.count > found.droplets.length && (
        <p className="small-text faint tray-reason">{trayWords.firstOnes(found.droplets.length)}</p>
      )}
    </>
  );
};

/** The keys that work on the result under the cursor. They need Ctrl or ⌘, because a letter alone is typed. */
export const ResultKeys = () => (
  <p className="row tray-keys" aria-hidden="true">
    <KeyCaps keys={['↵']} /> {trayWords.opens}
    <KeyCaps keys={['Mod', 'C']} /> {trayWords.copiesAddress}
    <KeyCaps keys={['Mod', 'S']} /> {trayWords.opensSsh}
  </p>
);
