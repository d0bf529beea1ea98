import { memo, type ReactNode, use } from 'react';
import { classNames } from '../class-names.ts';
import type { Walkable } from './grid-keys.ts';
import { SelectionContext, useIsSelected } from './selecting.tsx';

interface LineProps<L extends Walkable> {
  line: L;
  index: number;
  start: number;
  height: number;
  isCursor: boolean;
  isOpen: boolean;
  /** Key by which the line is selected; `null`: it cannot be. Left out: nothing in the list can. */
  selecting: ((line: L) => string | null) | undefined;
  renderLine: (line: L) => ReactNode;
}

/** One line of a grid, at its place. It is drawn again only when something about itself changes. */
export const GridLine = memo(
  <L extends Walkable>({ line, index, start, height, isCursor, isOpen, selecting, renderLine }: LineProps<L>) => {
    const key = selecting?.(line) ?? null;
    const isSelected = useIsSelected(use(SelectionContext), key);
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-selected={key === null ? undefined : isSelected}
        data-line={line.id}
        tabIndex={line.isHead ? undefined : isCursor ? 0 : -1}
        className={classNames('line', line.isHead && 'head', isOpen && 'open', isSelected && 'selected')}
        style={{ height, transform: `translateY(${start}px)` }}
      >
        {renderLine(line)}
      </div>
    );
  },
) as <L extends Walkable>(props: LineProps<L>) => ReactNode;
