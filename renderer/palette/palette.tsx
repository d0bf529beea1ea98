import { Command } from 'cmdk';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { KeyCaps } from '../components/controls/key-cap.tsx';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { Icon } from '../components/icons/icon.tsx';
import { Marked } from '../components/status/marked.tsx';
import { Monogram } from '../components/status/monogram.tsx';
import { useDropletDeeds } from '../droplet-actions/asking.tsx';
import { useRow, useTeam } from '../hooks/use-view.ts';
import { useJobs } from '../jobs/job-host.tsx';
import { usePage } from '../page/page.ts';
import { wordsOf } from '../readings/droplet-search.ts';
import { paletteWords } from '../words/palette.ts';
import { frameWords } from '../words/views.ts';
import { bestOf, type PaletteEntry, type PaletteGroup } from './entries.ts';
import { groupsFor } from './groups.ts';
import { useOwnCommands } from './own-commands.ts';
import { useKnowledge, useLook } from './use-knowledge.ts';

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

const leadsTo = 'aria-activedescendant';

/**
 * Keeps the field's description of its chosen line true. cmdk names that line by the id that it had when it was chosen, and a line
 * that comes to stand in another group is a new element.
 */
const useChosenLine = () => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = ref.current;
    if (root === null) return;
    const tell = () => {
      const id = root.querySelector('[role="option"][aria-selected="true"]')?.id ?? null;
      for (const element of root.querySelectorAll('[role="combobox"], [role="listbox"]')) {
        if (element.getAttribute(leadsTo) === id) continue;
        if (id === null) element.removeAttribute(leadsTo);
        else element.setAttribute(leadsTo, id);
      }
    };
    tell();
    const observer = new MutationObserver(tell);
    observer.observe(root, { subtree: true, childList: true, attributeFilter: ['aria-selected', leadsTo] });
    return () => observer.disconnect();
  }, []);
  return ref;
};

/** The groups for a text. Once it is typed, reads what it still needs. */
const useFound = (text: string) => {
  const page = usePage();
  const deeds = useDropletDeeds();
  const own = useOwnCommands();
  const { teamId, connections } = useTeam();
  const { start } = useJobs();
  const known = useKnowledge(start);
  const { knowledge } = known;
  const words = wordsOf(text);
  const { groups, isFound } = groupsFor(words, { page, deeds, own, teamId, knowledge });
  useLook(known, words, connections, isFound);
  return { groups, reading: knowledge?.reading() ?? [], isShort: knowledge?.isShort() ?? false };
};

/**
 * Finds things, what can be done with them, commands and views, and runs them. Tab opens the commands on an entry; Backspace or
 * Esc goes back. `typed`: what was typed while its code was loaded.
 */
export const Palette = ({ typed, onClose }: { typed?: { text: string }; onClose: () => void }) => {
  const [text, setText] = useState('');
  // Not before it is on the page: React may draw it a while earlier, and keys still arrive then.
  useLayoutEffect(() => setText(typed?.text ?? ''), [typed]);
  const [chosen, setChosen] = useState('');
  const [inside, setInside] = useState<PaletteEntry | null>(null);
  const { teamId, connections } = useTeam();
  const found = useFound(inside ? '' : text);
  const root = useChosenLine();
  const words = wordsOf(text);
  const groups: readonly PaletteGroup[] = inside
    ? [{ title: inside.label, entries: bestOf(inside.inside?.() ?? [], words, 20) }]
    : found.groups;
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
    if (!entry.run) return enter(entry);
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
      <Command
        ref={root}
        label={paletteWords.label}
        shouldFilter={false}
        value={value}
        onValueChange={setChosen}
        onKeyDown={onKeyDown}
        loop
      >
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
          {entries.length === 0 && found.reading.length === 0 && (
            <div className="palette-none" role="status">
              <p className="medium">{paletteWords.none(text)}</p>
              <p className="small-text faint">{found.isShort ? paletteWords.notAllRead : paletteWords.noneHint}</p>
            </div>
          )}
          {!inside && found.reading.length > 0 && (
            <p className="palette-reading small-text faint" role="status">
              {paletteWords.reading(found.reading)}
            </p>
          )}
        </Command.List>
      </Command>
      <Foot hasInside={!inside && Boolean((current ?? entries[0])?.inside)} isInside={inside !== null} />
    </Dialog>
  );
};
