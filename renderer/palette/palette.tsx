import { Command } from 'cmdk';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { KeyCaps } from '../components/controls/key-cap.tsx';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { Icon } from '../components/icons/icon.tsx';
import { Marked } from '../components/status/marked.tsx';
import { Monogram } from '../components/status/monogram.tsx';
import { useRow, useTeam } from '../hooks/use-view.ts';
import { useJobs } from '../jobs/job-host.tsx';
import { usePage } from '../page/page.ts';
import { wordsOf } from '../readings/droplet-search.ts';
import { paletteWords } from '../words/palette.ts';
import { frameWords } from '../words/views.ts';
import { bestOf, type PaletteEntry, type PaletteGroup } from './entries.ts';
import { useGroups } from './use-groups.ts';

const TeamMark = ({ connectionId }: { connectionId: string }) => {
  const team = useRow('connections', connectionId);
  return team ? <Monogram letters={team.monogram} name={team.teamName} size="small" /> : null;
};

const EntryItem = ({ entry, text, onRun }: { entry: PaletteEntry; text: string; onRun: (entry: PaletteEntry) => void }) => (
  <Command.Item value={entry.id} className="menu-item" disabled={Boolean(entry.offReason)} onSelect={() => onRun(entry)}>
    {entry.lead ?? (entry.icon && <Icon name={entry.icon} size="sm" />)}
    <span className="grow cut">
      <Marked text={entry.label} words={wordsOf(text)} />
    </span>
    {(entry.offReason ?? entry.detail) && (
      <span className="small-text faint tabular nowrap cut">{entry.offReason ?? entry.detail}</span>
    )}
    {entry.keys && <KeyCaps keys={entry.keys} />}
    {entry.connectionId && <TeamMark connectionId={entry.connectionId} />}
  </Command.Item>
);

const Foot = ({ hasInside, isInside }: { hasInside: boolean; isInside: boolean }) => (
  <div className="palette-foot" aria-hidden="true">
    <span>
      <KeyCaps keys={['↑', '↓']} /> {paletteWords.choose}
    </span>
    <span>
      <KeyCaps keys={['↵']} /> {isInside ? paletteWords.run : paletteWords.open}
    </span>
    {hasInside && (
      <span>
        <KeyCaps keys={['Tab']} /> {paletteWords.actions}
      </span>
    )}
    {isInside && (
      <span>
        <KeyCaps keys={['⌫']} /> {paletteWords.back}
      </span>
    )}
    <span className="grow" />
  </div>
);

/** Lets the palette find loaded things, families and operations. Their code is loaded when the palette is first opened. */
const useLoadedThings = (): void => {
  const page = usePage();
  const { start } = useJobs();
  const [, setRound] = useState(0);
  useEffect(() => {
    let stop = () => {};
    let isOver = false;
    void import('./loaded-things.ts').then(({ watchLoadedThings }) => {
      if (!isOver) stop = watchLoadedThings(page, start, () => setRound((round) => round + 1));
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [page, start]);
};

/** Finds droplets, commands and views, and runs them. Tab opens the commands on an entry; Backspace or Esc goes back. */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const [inside, setInside] = useState<PaletteEntry | null>(null);
  useLoadedThings();
  const { teamId, connections } = useTeam();
  const found = useGroups(inside ? '' : text);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const groups: readonly PaletteGroup[] = inside
    ? [{ title: inside.label, entries: bestOf(inside.inside?.() ?? [], words, 20) }]
    : found;
  const entries = groups.flatMap((group) => group.entries);
  const current = entries.find((entry) => entry.id === chosen);
  // cmdk keeps the value of an entry that is gone. Enter should then run the first entry.
  const value = current ? chosen : (entries[0]?.id ?? '');

  const enter = (entry: PaletteEntry | null) => {
    setInside(entry);
    setText('');
    setChosen('');
  };
  const run = (entry: PaletteEntry) => {
    onClose();
    // Runs after the dialog gave the focus back, so that what opens next returns it there too.
    queueMicrotask(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = current ?? entries[0];
    if (event.key === 'Tab' && !event.shiftKey && !inside && target?.inside) {
      event.preventDefault();
      enter(target);
    } else if (event.key === 'Tab') event.preventDefault();
    else if (inside && (event.key === 'Escape' || (event.key === 'Backspace' && text === ''))) {
      event.preventDefault();
      event.stopPropagation();
      enter(null);
    }
  };

  return (
    <Dialog label={paletteWords.label} className="palette" onClose={inside ? () => enter(null) : onClose}>
      <Command label={paletteWords.label} shouldFilter={false} value={value} onValueChange={setChosen} onKeyDown={onKeyDown} loop>
        <div className="palette-head">
          <Icon name="search" className="faint" />
          {inside && <span className="chip set">{inside.label}</span>}
          <Command.Input
            value={text}
            onValueChange={setText}
            placeholder={paletteWords.placeholder}
            data-initial-focus
            spellCheck={false}
          />
          {teamId !== null && <span className="chip">{connections[0]?.teamName}</span>}
          {teamId === null && connections.length > 1 && <span className="chip wide">{frameWords.allTeams}</span>}
        </div>
        <Command.List className="palette-list">
          {groups.map((group) => (
            <Command.Group key={group.title} heading={group.title} className="palette-group">
              {group.entries.map((entry) => (
                <EntryItem key={entry.id} entry={entry} text={text} onRun={run} />
              ))}
            </Command.Group>
          ))}
          {entries.length === 0 && (
            <div className="palette-none" role="status">
              <p className="medium">{paletteWords.none(text)}</p>
              <p className="small-text faint">{paletteWords.noneHint}</p>
            </div>
          )}
        </Command.List>
      </Command>
      <Foot hasInside={!inside && Boolean((current ?? entries[0])?.inside)} isInside={inside !== null} />
    </Dialog>
  );
};
