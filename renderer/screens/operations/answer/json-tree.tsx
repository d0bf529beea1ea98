import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Icon } from '../../../components/icons/icon.tsx';
import type { Json } from '../../../forms/json/json.ts';
import { operationWords } from '../../../words/operations.ts';
import { foldedAtFirst, type JsonLine, jsonLines } from './json-lines.ts';

const lineHeight = 18;

/** A value as a tree that folds. Only lines near the viewport are rendered, however large the value is. */
export const JsonTree = ({ value, label }: { value: Json; label: string }) => {
  const [folded, setFolded] = useState(() => foldedAtFirst(value));
  const [cursor, setCursor] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => jsonLines(value, folded), [value, folded]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
    initialRect: { width: 340, height: 400 },
  });
  const toggle = (line: JsonLine) => {
    const next = new Set(folded);
    if (!next.delete(line.id)) next.add(line.id);
    setFolded(next);
  };
  const moveTo = (index: number) => {
    const to = Math.max(0, Math.min(lines.length - 1, index));
    setCursor(to);
    virtual.scrollToIndex(to, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[cursor];
    if (event.key === 'ArrowDown') moveTo(cursor + 1);
    else if (event.key === 'ArrowUp') moveTo(cursor - 1);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(lines.length - 1);
    else if (event.key === 'ArrowRight' && line?.kind === 'folded') toggle(line);
    else if (event.key === 'ArrowLeft' && line?.kind === 'open') toggle(line);
    else if (event.key === 'Enter' && (line?.kind === 'folded' || line?.kind === 'open')) toggle(line);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={lines[cursor] ? `op-json-${cursor}` : undefined}
      className="op-tree mono"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="op-tree-lines" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          return line ? (
            <TreeLine
              key={line.id}
              line={line}
              index={item.index}
              start={item.start}
              isCursor={item.index === cursor}
              onToggle={toggle}
            />
          ) : null;
        })}
      </div>
    </div>
  );
};

const TreeLine = ({
  line,
  index,
  start,
  isCursor,
  onToggle,
}: {
  line: JsonLine;
  index: number;
  start: number;
  isCursor: boolean;
  onToggle: (line: JsonLine) => void;
}) => {
  const canFold = line.kind === 'open' || line.kind === 'folded';
  const comma = line.hasComma ? ',' : '';
  // A closing bracket is not an item of the tree, because the item that it closes says everything.
  const part =
    line.kind === 'close'
      ? { role: 'presentation' }
      : {
          role: 'treeitem',
          tabIndex: -1,
          'aria-level': line.depth + 1,
          'aria-selected': isCursor,
          ...(canFold ? { 'aria-expanded': line.kind === 'open' } : {}),
        };
  return (
    <div
      {...part}
      id={`op-json-${index}`}
      className={isCursor ? 'op-tree-line cursor' : 'op-tree-line'}
      style={{ transform: `translateY(${start}px)`, paddingLeft: 16 + line.depth * 14 }}
    >
      {canFold && (
        <button
          type="button"
          tabIndex={-1}
          className="op-tree-fold"
          aria-label={line.kind === 'open' ? operationWords.fold : operationWords.unfold}
          onClick={() => onToggle(line)}
        >
          <Icon name={line.kind === 'open' ? 'down' : 'right'} size="xs" />
        </button>
      )}
      {line.name !== null && <span className="op-name">{JSON.stringify(line.name)}: </span>}
      <span className={`op-${line.tone}`}>{line.text}</span>
      {comma}
      {line.kind === 'folded' && (
        <span className="faint"> {line.isList ? operationWords.entries(line.count) : operationWords.names(line.count)}</span>
      )}
    </div>
  );
};
