import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useHeldFocus } from '../../hooks/use-held-focus.ts';
import { classNames } from '../class-names.ts';
import { lineAfter, type Move, moveOf, nearestLine, type Walkable } from './grid-keys.ts';
import { GridLine } from './grid-line.tsx';

export interface GridHandle {
  /** Focuses the line under the cursor, or the first line. */
  focus: () => void;
}

export interface GridListProps<L extends Walkable> {
  label: string;
  lines: readonly L[];
  /** Height of a line in CSS pixels. It must not change while the line is shown. */
  heightOf: (line: L) => number;
  /** Must be the same function between renders, otherwise every row re-renders. */
  renderLine: (line: L) => ReactNode;
  /** Id of the open line, which gets the class `open`; `null`: none. */
  openId?: string | null;
  /** The column heads, as a row of the grid. */
  head?: ReactNode;
  columnCount: number;
  className?: string;
  style?: CSSProperties;
  /** Key by which a line is selected; `null`: it cannot be. Must be the same function between renders. */
  selecting?: (line: L) => string | null;
  onOpen: (line: L) => void;
  /** Called on Space, and on a click with Ctrl or ⌘. */
  onToggle?: (line: L) => void;
  /** Called on a move or a click with Shift, with all lines between the two ends. */
  onRange?: (lines: readonly L[]) => void;
  onSelectAll?: () => void;
  /** Called on a right click, M, the Menu key and Shift F10, with the point of the window where a menu belongs, in CSS pixels. */
  onMenu?: (line: L, at: { x: number; y: number }) => void;
  /** Called for other keys, with the line under the cursor. Returns `true` if it used the key. */
  onKey?: (event: KeyboardEvent, line: L) => boolean;
  /** Space in CSS pixels to leave at the bottom for what floats over the list. */
  paddingEnd?: number;
  ref?: Ref<GridHandle>;
}

/** Which line has the tab stop. Kept by id, so that it stays on its row when other rows come and go. */
const useCursor = <L extends Walkable>(lines: readonly L[], scroller: RefObject<HTMLDivElement | null>) => {
  const [cursorId, setCursorId] = useState<string | null>(null);
  const lastIndex = useRef(0);
  const wantsFocus = useRef(false);
  const found = cursorId === null ? -1 : lines.findIndex((line) => line.id === cursorId);
  const index = found >= 0 ? found : nearestLine(lines, lastIndex.current);
  lastIndex.current = index ?? 0;
  const line = index === null ? undefined : lines[index];
  const rowOf = (id: string) => scroller.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`);
  const focus = () => {
    if (line) rowOf(line.id)?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focus();
  });
  const moveTo = (target: L) => {
    setCursorId(target.id);
    const row = rowOf(target.id);
    // A line that is far away is drawn first.
    if (row) row.focus({ preventScroll: true });
    else wantsFocus.current = true;
  };
  return { index, line, focus, moveTo, follow: setCursorId };
};

/** Renders the lines near the viewport, and always the line under the cursor. */
const useLinesInView = <L extends Walkable>(
  props: GridListProps<L>,
  scroller: RefObject<HTMLDivElement | null>,
  cursorIndex: number | null,
) => {
  const { lines, heightOf, paddingEnd = 0 } = props;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index] ? heightOf(lines[index]) : 0),
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 8,
    paddingEnd,
    scrollPaddingEnd: paddingEnd,
    initialRect: { width: 800, height: 600 },
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return cursorIndex === null || shown.includes(cursorIndex) ? shown : [...shown, cursorIndex].sort((a, b) => a - b);
    },
  });
  // The new lines may have other heights at the same index, so the old measurements no longer hold.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are the only reason to measure again.
  useLayoutEffect(() => virtual.measure(), [lines]);
  return virtual;
};

/** Selects everything between the line where a range began and another line. */
const useRange = <L extends Walkable>({ lines, onRange }: GridListProps<L>, cursor: L | undefined) => {
  const anchor = useRef<string | null>(null);
  const extendTo = (index: number) => {
    const from = lines.findIndex((line) => line.id === (anchor.current ?? cursor?.id));
    if (from < 0) return;
    anchor.current = lines[from]?.id ?? null;
    onRange?.(lines.slice(Math.min(from, index), Math.max(from, index) + 1).filter((line) => !line.isHead));
  };
  /** A range begins at that line, or, with `null`, where the cursor is. */
  const startAt = (line: L | null) => {
    anchor.current = line?.id ?? null;
  };
  return { extendTo, startAt };
};

const isRow = (target: EventTarget): target is HTMLElement => target instanceof HTMLElement && target.matches('[role="row"]');
/** Where the menu of a row belongs that a key opens: below the start of its name. */
const belowRow = (row: HTMLElement) => {
  const { left, bottom } = row.getBoundingClientRect();
  return { x: left + 24, y: bottom };
};
/** Height of a line in CSS pixels that the page keys count with. */
const usualRowHeight = 36;

/** Moves the cursor, opens and selects. Other keys go to `onKey`; keys in a control inside a row are left to that control. */
const useGridKeys = <L extends Walkable>(
  props: GridListProps<L>,
  cursor: ReturnType<typeof useCursor<L>>,
  range: ReturnType<typeof useRange<L>>,
  scrollTo: (index: number) => void,
) => {
  const { lines, onOpen, onToggle, onSelectAll, onKey, onMenu } = props;
  const move = (event: KeyboardEvent, step: Move) => {
    const pageSize = Math.max(1, Math.floor(event.currentTarget.clientHeight / usualRowHeight) - 1);
    const next = lineAfter(lines, cursor.index, step, pageSize);
    const line = next === null ? undefined : lines[next];
    if (next === null || !line) return;
    if (event.shiftKey) range.extendTo(next);
    else range.startAt(null);
    scrollTo(next);
    cursor.moveTo(line);
  };
  return (event: KeyboardEvent) => {
    if (!isRow(event.target)) return;
    const step = moveOf(event.key);
    const hasMod = event.ctrlKey || event.metaKey;
    const { line } = cursor;
    if (step && !hasMod && !event.altKey) move(event, step);
    else if (event.key === 'a' && hasMod && onSelectAll) onSelectAll();
    else if (hasMod || !line) return;
    else if (event.key === 'Enter') onOpen(line);
    else if (event.key === ' ' && onToggle) onToggle(line);
    else if (event.key === 'm' && onMenu) onMenu(line, belowRow(event.target));
    else if (!onKey?.(event, line)) return;
    event.preventDefault();
  };
};

const lineAt = <L extends Walkable>(lines: readonly L[], target: EventTarget): number => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  return element ? lines.findIndex((line) => line.id === element.dataset.line) : -1;
};

/**
 * A long list as an ARIA grid. Only lines near the viewport are rendered. One line has the tab stop; arrows, Home, End and the
 * page keys move it. The line under the cursor is always rendered, so that scrolling never loses the focus.
 */
export const GridList = <L extends Walkable>(props: GridListProps<L>) => {
  const { lines, renderLine, openId = null, onOpen, onToggle, onRange, onMenu, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const cursor = useCursor(lines, scroller);
  const virtual = useLinesInView(props, scroller, cursor.index);
  const range = useRange(props, cursor.line);
  const onKeyDown = useGridKeys(props, cursor, range, (index) => virtual.scrollToIndex(index, { align: 'auto' }));
  useImperativeHandle(ref, () => ({ focus: cursor.focus }));

  useHeldFocus(scroller, cursor.focus);
  const onFocus = (event: FocusEvent) => {
    const line = lines[lineAt(lines, event.target)];
    if (line && !line.isHead) cursor.follow(line.id);
  };
  const onClick = (event: MouseEvent) => {
    const index = lineAt(lines, event.target);
    const line = lines[index];
    if (!line || line.isHead || !(event.target instanceof Element)) return;
    const isExtending = event.shiftKey && onRange !== undefined;
    if (!isExtending) range.startAt(line);
    if (event.target.closest('.picker')) {
      // After the box itself has changed, so that its line is in the range. The keys of the list go on from its line.
      queueMicrotask(() => {
        if (isExtending) range.extendTo(index);
        cursor.moveTo(line);
      });
      return;
    }
    if (event.target.closest('button, input, a, label')) return;
    if (isExtending) range.extendTo(index);
    else if ((event.ctrlKey || event.metaKey) && onToggle) onToggle(line);
    else onOpen(line);
  };
  const onContextMenu = (event: MouseEvent) => {
    const line = lines[lineAt(lines, event.target)];
    if (!onMenu || !line || line.isHead) return;
    event.preventDefault();
    cursor.follow(line.id);
    onMenu(line, { x: event.clientX, y: event.clientY });
  };

  return (
    <div
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={props.columnCount}
      aria-multiselectable={props.selecting ? true : undefined}
      className={classNames('grid-list', props.className)}
      style={props.style}
    >
      {props.head}
      <div
        ref={scroller}
        role="rowgroup"
        className="scroller"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onClick={onClick}
        onContextMenu={onContextMenu}
      >
        <div role="presentation" className="lines" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            return line ? (
              <GridLine
                key={line.id}
                line={line}
                index={item.index}
                start={item.start}
                height={item.size}
                isCursor={item.index === cursor.index}
                isOpen={openId !== null && line.id === openId}
                selecting={props.selecting}
                renderLine={renderLine}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
};
