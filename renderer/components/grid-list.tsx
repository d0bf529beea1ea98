import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import { lineAfter, moveOf, nearestLine, type Walkable } from './grid-keys.ts';

export interface GridHandle {
  /** Puts the focus on the line under the cursor, or on the first. */
  focus: () => void;
}

export interface GridListProps<L extends Walkable> {
  label: string;
  lines: readonly L[];
  /** Height of a line in CSS pixels; the same for a line as long as it is shown. */
  heightOf: (line: L) => number;
  /** Must stay the same function between draws, or every row is drawn anew. */
  renderLine: (line: L) => ReactNode;
  /** Extra classes and states of a row, such as `open`. */
  openId?: string | null;
  /** Column heads, a row of the grid. */
  head?: ReactNode;
  columnCount: number;
  className?: string;
  isMultiselectable?: boolean;
  onOpen: (line: L) => void;
  /** Space, or a click with Ctrl. */
  onToggle?: (line: L) => void;
  /** Shift with a move or a click: everything between two lines. */
  onRange?: (lines: readonly L[]) => void;
  onSelectAll?: () => void;
  /** Other keys, with the line under the cursor. Returns `true` when it used the key. */
  onKey?: (event: KeyboardEvent, line: L) => boolean;
  /** Room to leave at the bottom for what floats over the list. */
  paddingEnd?: number;
  ref?: Ref<GridHandle>;
}

interface LineProps<L extends Walkable> {
  line: L;
  index: number;
  start: number;
  height: number;
  isCursor: boolean;
  isOpen: boolean;
  renderLine: (line: L) => ReactNode;
}

const LineBox = memo(<L extends Walkable>({ line, index, start, height, isCursor, isOpen, renderLine }: LineProps<L>) => (
  <div
    role="row"
    aria-rowindex={index + 2}
    data-line={line.id}
    tabIndex={line.isHead ? undefined : isCursor ? 0 : -1}
    className={classNames('line', line.isHead && 'head', isOpen && 'open')}
    style={{ height, transform: `translateY(${start}px)` }}
  >
    {renderLine(line)}
  </div>
)) as <L extends Walkable>(props: LineProps<L>) => ReactNode;

/**
 * A long list as an ARIA grid: only what is near the window of view is drawn, one line has the tab stop, arrows, Home, End and the
 * page keys move it. The line under the cursor is always drawn, so that the focus is never lost to scrolling.
 */
export const GridList = <L extends Walkable>(props: GridListProps<L>) => {
  const { label, lines, heightOf, renderLine, openId = null, head, columnCount, className, onOpen, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [cursorId, setCursorId] = useState<string | null>(null);
  const cursorIndex = useRef(0);
  const wantsFocus = useRef(false);
  const anchor = useRef<string | null>(null);

  const found = cursorId === null ? -1 : lines.findIndex((line) => line.id === cursorId);
  const current = found >= 0 ? found : nearestLine(lines, cursorIndex.current);
  cursorIndex.current = current ?? 0;

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index] ? heightOf(lines[index]) : 0),
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 8,
    paddingEnd: props.paddingEnd ?? 0,
    scrollPaddingEnd: props.paddingEnd ?? 0,
    initialRect: { width: 800, height: 600 },
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return current === null || shown.includes(current) ? shown : [...shown, current].sort((a, b) => a - b);
    },
  });
  // Lines of other heights may stand where others stood: what was measured for an index no longer holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew exactly when the lines are others.
  useLayoutEffect(() => virtual.measure(), [lines]);

  const focusCursor = () => {
    const line = current === null ? undefined : lines[current];
    if (line)
      scroller.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(line.id)}"]`)?.focus({ preventScroll: true });
  };
  useImperativeHandle(ref, () => ({ focus: focusCursor }));
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focusCursor();
  });

  const moveTo = (index: number) => {
    const line = lines[index];
    if (!line) return;
    wantsFocus.current = true;
    virtual.scrollToIndex(index, { align: 'auto' });
    setCursorId(line.id);
    // The same line again changes nothing to draw, yet the focus is wanted there.
    if (line.id === cursorId) focusCursor();
  };
  const rangeTo = (index: number) => {
    const from = lines.findIndex((line) => line.id === (anchor.current ?? lines[current ?? 0]?.id));
    if (from < 0) return;
    anchor.current = lines[from]?.id ?? null;
    props.onRange?.(lines.slice(Math.min(from, index), Math.max(from, index) + 1).filter((line) => !line.isHead));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const line = current === null ? undefined : lines[current];
    if (!(event.target instanceof HTMLElement) || event.target.closest('[role="row"]') !== event.target) return;
    const move = moveOf(event.key);
    const hasMod = event.ctrlKey || event.metaKey;
    if (move && !hasMod && !event.altKey) {
      const pageSize = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / 36) - 1);
      const next = lineAfter(lines, current, move, pageSize);
      if (next !== null && event.shiftKey) rangeTo(next);
      if (!event.shiftKey) anchor.current = null;
      if (next !== null) moveTo(next);
    } else if (event.key === 'a' && hasMod && props.onSelectAll) props.onSelectAll();
    else if (hasMod || !line) return;
    else if (event.key === 'Enter') onOpen(line);
    else if (event.key === ' ' && props.onToggle) props.onToggle(line);
    else if (!props.onKey?.(event, line)) return;
    event.preventDefault();
  };

  const lineOf = (target: EventTarget): number => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
    return element ? lines.findIndex((line) => line.id === element.dataset.line) : -1;
  };

  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columnCount}
      aria-multiselectable={props.isMultiselectable || undefined}
      className={classNames('grid-list', className)}
    >
      {head}
      <div
        ref={scroller}
        role="rowgroup"
        className="scroller"
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const line = lines[lineOf(event.target)];
          if (line && !line.isHead && line.id !== cursorId) setCursorId(line.id);
        }}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('button, input, a, label')) return;
          const index = lineOf(event.target);
          const line = lines[index];
          if (!line || line.isHead) return;
          if (event.shiftKey && props.onRange) rangeTo(index);
          else if ((event.ctrlKey || event.metaKey) && props.onToggle) props.onToggle(line);
          else onOpen(line);
        }}
      >
        <div role="presentation" className="lines" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            return line ? (
              <LineBox
                key={line.id}
                line={line}
                index={item.index}
                start={item.start}
                height={item.size}
                isCursor={item.index === current}
                isOpen={openId !== null && line.id === openId}
                renderLine={renderLine}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
};
