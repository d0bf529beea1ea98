import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { LogApp, LogLine } from '../../../preload/contract/log.ts';
import type { LogSource } from '../../../preload/contract/log-route.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { TeamMark } from '../../components/status/team-mark.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { useRemembered } from '../../hooks/use-remembered.ts';
import { useRow } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { logTypeNames, logWords } from '../../words/logs.ts';
import { inOneLine } from '../../words/sentences.ts';
import { LogFoot } from './log-foot.tsx';
import { LogLead } from './log-lead.tsx';
import { LogLines, type LogLinesHandle } from './log-lines.tsx';
import { hitAfter, hitsIn, textOfLines } from './log-search.ts';
import { LogStage } from './log-stage.tsx';
import { LogTools } from './log-tools.tsx';
import { useLog } from './use-log.ts';

/** The most that the clipboard takes. */
const mostCopied = 1_000_000;

/** The choice whether long lines are wrapped. A narrow window shows too little of them otherwise. */
const useWrap = (isNarrow: boolean): [boolean, (isOn: boolean) => void] => {
  const [chosen, choose] = useRemembered<boolean | null>({
    name: 'log-wrap',
    initial: null,
    parse: (text) => text === 'true',
    format: String,
  });
  return [chosen ?? isNarrow, choose];
};

/** What is searched for, and where the search stands. It outlives the log, so that another type of it is searched for the same. */
export interface LogSearch {
  query: string;
  isOnlyHits: boolean;
}

/** One log: its lines as they come, with what can be done with them. */
export const LogView = ({
  source,
  app,
  search,
  onSearch,
  onSource,
}: {
  source: LogSource;
  app: LogApp | null;
  search: LogSearch;
  onSearch: (search: LogSearch) => void;
  onSource: (change: Partial<LogSource>) => void;
}) => {
  const { bridge, commands, toasts, announcer, copy } = usePage();
  const { feed, reading } = useLog(source);
  const [isFollowing, setFollowing] = useState(true);
  /** Number of the newest line when it was last followed. */
  const [leftAt, setLeftAt] = useState(0);
  const [clearedAt, setClearedAt] = useState(0);
  const [at, setAt] = useState<number | null>(null);
  const isNarrow = useIsNarrow();
  const [isWrapped, setWrapped] = useWrap(isNarrow);
  const team = useRow('connections', source.connectionId);
  const list = useRef<LogLinesHandle>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const query = useDeferredValue(search.query).toLowerCase();

  const kept = useMemo(() => reading.lines.filter(({ seq }) => seq > clearedAt), [reading.lines, clearedAt]);
  const hits = useMemo(() => hitsIn(kept, query), [kept, query]);
  const isFiltered = search.isOnlyHits && query !== '';
  const shown = isFiltered ? hits : kept;
  const place = at === null ? -1 : hits.findIndex(({ seq }) => seq === at);
  const behind = shown.length - shown.findLastIndex(({ seq }) => seq <= leftAt) - 1;
  const follow = (isOn: boolean) => {
    if (!isOn && isFollowing) setLeftAt(reading.lines.at(-1)?.seq ?? 0);
    setFollowing(isOn);
  };

  const goTo = (step: 1 | -1) => {
    // Of what is typed by now, even if it is not drawn yet.
    const found = hitsIn(kept, search.query);
    const next = hitAfter(found, at, step);
    const hit = next === null ? undefined : found[next];
    if (next === null || !hit) {
      announcer.say(logWords.noHits);
      return;
    }
    follow(false);
    setAt(hit.seq);
    list.current?.show(hit.seq);
    announcer.say(logWords.sayHit(next + 1, found.length, hit.text));
  };
  const copyLines = (lines: readonly LogLine[]) => {
    const { text, count } = textOfLines(lines, mostCopied);
    void copy(text, logWords.copied(count));
  };
  const save = async () => {
    const saved = await feed.save(Math.floor(clearedAt));
    const written = saved.ok ? await bridge.saveDownload(saved.value) : saved;
    if (!written.ok) commands.tell(written.failure);
    else if (written.value.savedAs !== null) toasts.show({ tone: 'done', title: logWords.saved(written.value.savedAs) });
  };
  useHotkeys({
    '/': () => searchRef.current?.focus(),
    'mod+f': () => searchRef.current?.focus(),
  });

  const none = kept.length === 0 ? logWords.nothing : null;
  return (
    <>
      <ViewBar
        lead={<LogLead source={source} name={app?.name ?? null} />}
        title={logWords.title}
        beside={
          isNarrow ? undefined : (
            <span className="row">
              <TeamMark connectionId={source.connectionId} />
              {inOneLine([team?.teamName, source.type === 'job' && source.component])}
            </span>
          )
        }
        hasRefresh={false}
        last={
          isNarrow ? (
            <IconButton icon="download" label={logWords.save} offReason={none} onClick={() => void save()} />
          ) : (
            <Button icon="download" offReason={none} onClick={() => void save()}>
              {logWords.save}
            </Button>
          )
        }
      >
        <IconButton icon="wrap" label={logWords.wrap} aria-pressed={isWrapped} onClick={() => setWrapped(!isWrapped)} />
        <IconButton
          icon="empty"
          label={logWords.clear}
          offReason={none}
          onClick={() => setClearedAt(kept.at(-1)?.seq ?? clearedAt)}
        />
        <IconButton
          icon="copy"
          label={logWords.copyShown}
          offReason={none}
          onClick={() => copyLines(list.current?.selected() ?? shown)}
        />
      </ViewBar>
      <div className="body flush log-view">
        <LogTools
          source={source}
          app={app}
          search={{ ...search, hits: hits.length, at: place < 0 ? null : place + 1 }}
          isFollowing={isFollowing}
          onSource={onSource}
          onQuery={(next) => {
            setAt(null);
            onSearch({ ...search, query: next });
          }}
          onStep={goTo}
          onOnlyHits={(isOnlyHits) => onSearch({ ...search, isOnlyHits })}
          onFollow={follow}
          onLeave={() => list.current?.focus()}
          searchRef={searchRef}
        />
        <div className="log-room">
          {shown.length === 0 ? (
            <LogStage
              source={source}
              reading={reading}
              isCleared={clearedAt > 0}
              isSearched={isFiltered && kept.length > 0}
              onAllow={(host) => void feed.allow(host)}
              onReadAgain={feed.readAgain}
            />
          ) : (
            <LogLines
              ref={list}
              label={logWords.label(app?.name ?? logWords.theApp, source.component, logTypeNames[source.type])}
              lines={shown}
              query={query}
              at={at}
              isWrapped={isWrapped}
              isFollowing={isFollowing}
              isFast={reading.isFast}
              onFollow={follow}
              onCopy={copyLines}
            />
          )}
          {!isFollowing && shown.length > 0 && (
            <Button className="log-newest" icon="down" onClick={() => follow(true)}>
              {logWords.newest(behind)}
            </Button>
          )}
        </div>
        <LogFoot reading={reading} isFollowing={isFollowing} onReadAgain={feed.readAgain} />
      </div>
    </>
  );
};
