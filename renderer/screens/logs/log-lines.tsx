import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  type UIEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { LogLine } from '../../../preload/contract/log.ts';
import { classNames } from '../../components/class-names.ts';
import { LogRow } from './log-row.tsx';
import { textOfLines } from './log-search.ts';
import { betweenSeqs, type Range, stepRange } from './log-selection.ts';

export interface LogLinesHandle {
  /** Brings a line into the middle. */
  show(seq: number): void;
  focus(): void;
  /** What is selected; all lines that are shown if nothing is. */
  selected(): readonly LogLine[];
}

/** Height of a line that is not wrapped, in CSS pixels; `.log-line` has the same. */
const rowHeight = 24;
/** So near to the end counts as there. */
const atEndPx = 12;
/** These keys go back in a list that scrolls. */
const backKeys: ReadonlySet<string> = new Set(['ArrowUp', 'PageUp', 'Home']);

interface LogLinesProps {
  label: string;
  lines: readonly LogLine[];
  /** In lower case. */
  query: string;
  /** Number of the line that the search stands at. */
  at: number | null;
  isWrapped: boolean;
  isFollowing: boolean;
  /** Lines come too fast to be read aloud. */
  isFast: boolean;
  onFollow: (isFollowing: boolean) => void;
  onCopy: (lines: readonly LogLine[]) => void;
  ref?: Ref<LogLinesHandle>;
}

/** Keeps the end in view while the log is followed, and otherwise the line that is at the top, whatever comes or goes around it. */
function usePlace(
  { lines, isFollowing }: LogLinesProps,
  virtual: ReturnType<typeof useVirtualizer<HTMLDivElement, HTMLDivElement>>,
  scroller: HTMLDivElement | null,
): { forget(): void; lastTop: RefObject<number> } {
  /** Where the list was, or was brought to: only what differs from it is scrolling by a person. */
  const lastTop = useRef(0);
  const anchor = useRef<{ seq: number; offset: number } | null>(null);
  const total = virtual.getTotalSize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of what is shown moves it.
  useLayoutEffect(() => {
    if (!scroller) return;
    if (isFollowing) {
      scroller.scrollTop = scroller.scrollHeight;
    } else if (anchor.current) {
      const { seq, offset } = anchor.current;
      const index = lines.findIndex((line) => line.seq >= seq);
      const start = virtual.measurementsCache[index]?.start;
      if (start !== undefined && Math.abs(start + offset - scroller.scrollTop) > 1) scroller.scrollTop = start + offset;
    }
    lastTop.current = scroller.scrollTop;
  }, [lines, isFollowing, total, scroller]);
  useLayoutEffect(() => {
    const top = scroller?.scrollTop ?? 0;
    const first = virtual.getVirtualItems().find(({ end }) => end > top);
    const line = first && lines[first.index];
    anchor.current = line ? { seq: line.seq, offset: top - first.start } : null;
  });
  return {
    lastTop,
    forget() {
      anchor.current = null;
    },
  };
}

/**
 * The lines of a log as a list that scrolls: only those near the viewport are rendered. Scrolling back stops following, and
 * reaching the end begins it again.
 */
export const LogLines = (props: LogLinesProps) => {
  const { label, lines, query, at, isWrapped, isFollowing, isFast, onFollow, onCopy, ref } = props;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [range, setRange] = useState<Range | null>(null);
  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.seq ?? index,
    overscan: 16,
    initialRect: { width: 900, height: 600 },
  });
  // Other heights: nothing that was measured holds any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: wrapping is the only reason to measure again.
  useLayoutEffect(() => virtual.measure(), [isWrapped]);
  /**
   * A finger or the scroll bar moves the list since it is followed. Wheel and keys tell before they scroll; what they still move
   * afterwards, as browsers do smoothly, must not end what a person has just begun again.
   */
  const isHeld = useRef(false);
  useLayoutEffect(() => {
    if (isFollowing) isHeld.current = false;
  }, [isFollowing]);
  const place = usePlace(props, virtual, scroller);
  const { text, who, hasTime } = useMemo(() => widthsOf(lines), [lines]);
  const chosen = useMemo(() => (range === null ? [] : betweenSeqs(lines, range)), [lines, range]);
  useImperativeHandle(ref, () => ({
    show(seq) {
      const index = lines.findIndex((line) => line.seq >= seq);
      if (index < 0) return;
      place.forget();
      virtual.scrollToIndex(index, { align: 'center' });
    },
    focus: () => scroller?.focus(),
    selected: () => (chosen.length > 0 ? chosen : lines),
  }));

  const onScroll = ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent) => {
    const movedPx = scrollTop - place.lastTop.current;
    const isAtEnd = scrollHeight - clientHeight - scrollTop < atEndPx;
    place.lastTop.current = scrollTop;
    if (isFollowing && movedPx < -1 && !isAtEnd && isHeld.current) onFollow(false);
    else if (!isFollowing && movedPx > 1 && isAtEnd) onFollow(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const hasMod = event.ctrlKey || event.metaKey;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (event.shiftKey && step !== null) {
      const next = stepRange(lines, range, step, at ?? lines[virtual.getVirtualItems().at(-1)?.index ?? 0]?.seq ?? 0);
      setRange(next);
      place.forget();
      if (next) virtual.scrollToIndex(lines.findIndex(({ seq }) => seq === next.head));
      onFollow(false);
    } else if (hasMod && event.key === 'a') setRange({ anchor: lines[0]?.seq ?? 0, head: lines.at(-1)?.seq ?? 0 });
    else if (hasMod && event.key === 'c' && chosen.length > 0) onCopy(chosen);
    else if (event.key === 'Escape' && range !== null) setRange(null);
    else {
      if (backKeys.has(event.key) || (event.key === ' ' && event.shiftKey)) onFollow(false);
      if (event.key === 'End') onFollow(true);
      return;
    }
    event.preventDefault();
  };
  /** What is marked over several lines is copied as it came, with what is not rendered in between. */
  const onCopyMarked = (event: ClipboardEvent) => {
    const marked = window.getSelection();
    const [from, to] = [seqAt(marked?.anchorNode), seqAt(marked?.focusNode)];
    if (from === null || to === null || from === to) return;
    event.clipboardData.setData('text/plain', textOfLines(betweenSeqs(lines, { anchor: from, head: to }), Infinity).text);
    event.preventDefault();
  };

  return (
    <div
      ref={setScroller}
      role="log"
      aria-label={label}
      aria-live={isFollowing && !isFast ? 'polite' : 'off'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className={classNames('log mono', isWrapped && 'wrapped', hasTime && 'has-time', who > 0 && 'has-who')}
      onScroll={onScroll}
      onWheel={({ deltaY }) => {
        if (deltaY < 0 && isFollowing) onFollow(false);
      }}
      onKeyDown={onKeyDown}
      onCopy={onCopyMarked}
      onPointerDown={() => {
        isHeld.current = true;
        setRange(null);
      }}
    >
      <div
        className="log-lines"
        style={
          {
            height: virtual.getTotalSize(),
            minWidth: isWrapped ? undefined : `calc(${text + who}ch + 220px)`,
            '--who': `${who + 1}ch`,
          } as CSSProperties
        }
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return line ? (
            <LogRow
              key={line.seq}
              line={line}
              index={index}
              start={start}
              query={query}
              isAt={line.seq === at}
              isSelected={range !== null && isIn(range, line.seq)}
              measure={isWrapped ? virtual.measureElement : null}
            />
          ) : null;
        })}
      </div>
    </div>
  );
};

/** Names of components are cut from here on. */
const longestName = 18;

/** How many characters wide the longest text and the longest name are, and whether any line has a time. */
function widthsOf(lines: readonly LogLine[]): { text: number; who: number; hasTime: boolean } {
  let [text, who, hasTime] = [0, 0, false];
  for (const line of lines) {
    text = Math.max(text, line.text.length);
    who = Math.max(who, line.who?.length ?? 0);
    hasTime ||= line.atMs !== null;
  }
  return { text, who: Math.min(who, longestName), hasTime };
}

const isIn = ({ anchor, head }: Range, seq: number): boolean => seq >= Math.min(anchor, head) && seq <= Math.max(anchor, head);

/** Number of the line that a node is in. */
function seqAt(node: Node | null | undefined): number | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const seq = element?.closest<HTMLElement>('[data-seq]')?.dataset.seq;
  return seq === undefined ? null : Number(seq);
}
