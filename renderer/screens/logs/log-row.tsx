import { memo } from 'react';
import type { LogLine } from '../../../preload/contract/log.ts';
import { clockSeconds, exactMoment } from '../../../preload/contract/time-words.ts';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { Marked } from '../../components/status/marked.tsx';
import { levelOf } from '../../readings/log-level.ts';
import { logWords } from '../../words/logs.ts';

/** One line of a log, at its place in the list. */
export const LogRow = memo(
  ({
    line,
    index,
    start,
    query,
    isAt,
    isSelected,
    measure,
  }: {
    line: LogLine;
    index: number;
    /** Distance from the top of the list in CSS pixels. */
    start: number;
    /** What was searched for, in lower case. */
    query: string;
    /** The search stands at it. */
    isAt: boolean;
    isSelected: boolean;
    /** Measures a row whose height is not known; `null`: rows are all alike. */
    measure: ((element: HTMLDivElement | null) => void) | null;
  }) => {
    const shared = {
      'data-index': index,
      'data-seq': line.seq,
      ref: measure ?? undefined,
      style: { transform: `translateY(${start}px)` },
    };
    if (line.isNote) {
      return (
        <div {...shared} className="log-line note-line">
          <Icon name="info" size="sm" />
          {line.text}
        </div>
      );
    }
    const level = levelOf(line.text);
    return (
      <div {...shared} className={classNames('log-line', level, isAt && 'at', isSelected && 'selected')}>
        {/* Blanks between the parts, so that what is read aloud or copied has its words apart. */}
        <time title={line.atMs === null ? undefined : exactMoment(line.atMs)}>
          {line.atMs === null ? '' : `${clockSeconds(line.atMs)} `}
        </time>
        <span className="who">{line.who === null ? '' : `${line.who} `}</span>
        <span className="level">{level === null ? '' : `${logWords.levels[level]} `}</span>
        <span className="text">{query === '' ? line.text : <Marked text={line.text} words={[query]} />}</span>
      </div>
    );
  },
);
