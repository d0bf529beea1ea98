import '../styles/runs.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { RunRow } from '../../preload/contract/many.ts';
import { Button, IconButton } from '../components/controls/button.tsx';
import { ProgressBar } from '../components/feedback/progress.tsx';
import { type GlyphName, StatusGlyph } from '../components/icons/status-glyph.tsx';
import { useRows } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';
import { hrefOf } from '../routes/routes.ts';
import { manyWords } from '../words/many.ts';
import { asTitle } from '../words/sentences.ts';
import { frameWords } from '../words/views.ts';
import { useJobs } from './job-host.tsx';
import { RunAgain } from './run-again.tsx';
import { RunItems } from './run-items.tsx';
import { useRunChange } from './use-run.ts';

const glyphOf = ({ status, outcome }: RunRow): GlyphName => {
  if (status === 'running') return 'running';
  return outcome === 'fine' ? 'done' : 'warn';
};

const RunCard = ({ run }: { run: RunRow }) => {
  const { show } = usePage();
  const change = useRunChange(run);
  const [isEachShown, setEachShown] = useState(false);
  const [isStopping, setStopping] = useState(false);
  const isRunning = run.status === 'running';
  const [rowKey] = run.rowKeys;

  return (
    <li className="toast run-card">
      <div className="row run-head">
        <StatusGlyph name={glyphOf(run)} />
        <span className="two-lines grow">
          <span className="medium">{run.title}</span>
          <span className="small-text faint tabular">
            {run.heldUntilMs !== null ? manyWords.heldUntil(run.heldUntilMs) : isRunning ? run.message : resultOf(run)}
          </span>
        </span>
        {!isRunning && <IconButton icon="close" size="small" label={frameWords.dismiss} onClick={() => change('put-away')} />}
      </div>
      {isRunning && <ProgressBar label={`${run.title}: ${run.message}`} fraction={run.over / run.items.length} />}
      {isEachShown && <RunItems items={run.items} label={manyWords.itemsOf(run.title)} />}
      <div className="row run-foot">
        <button type="button" className="link small-text" onClick={() => setEachShown(!isEachShown)}>
          {isEachShown ? manyWords.hideEach : manyWords.each}
        </button>
        {rowKey !== undefined && (
          <button type="button" className="link small-text" onClick={() => void show(hrefOf('activity', rowKey))}>
            {manyWords.details}
          </button>
        )}
        <span className="grow" />
        {isRunning && (
          <Button
            size="small"
            offReason={isStopping ? manyWords.stopping : null}
            onClick={() => {
              setStopping(true);
              change('stop');
            }}
          >
            {manyWords.stop}
          </Button>
        )}
        <RunAgain run={run} />
        {run.rest > 0 && (
          <Button
            size="small"
            look="primary"
            onClick={() => {
              setStopping(false);
              change('retry');
            }}
          >
            {manyWords.retry(run.rest)}
          </Button>
        )}
      </div>
    </li>
  );
};

/** The result without the title, which stands above it. */
const resultOf = ({ title, message }: RunRow): string =>
  message.startsWith(`${title}: `) ? message.slice(title.length + 2) : message;

/** Says how runs end that this page saw running or started. What went well leaves a toast; what did not keeps its card. */
function useEnds(runs: readonly RunRow[]): void {
  const { announcer, toasts, follow } = usePage();
  const { startedRuns } = useJobs();
  const awaited = useRef(new Set<string>());
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const run of runs) {
      const turn = turnOf(run);
      if (run.status === 'running') {
        if (!awaited.current.has(turn)) announcer.say(run.title);
        awaited.current.add(turn);
        continue;
      }
      const isOurs = awaited.current.has(turn) || startedRuns.includes(run.key);
      if (!isOurs || told.current.has(turn)) continue;
      told.current.add(turn);
      announcer.say(run.message, { isUrgent: run.outcome !== 'fine' });
      if (run.outcome !== 'fine') continue;
      // What was started goes on for a while, and ends in a result of its own.
      const again = run.again ?? null;
      if (run.actionKeys.length > 0) follow(run.title, run.actionKeys, again);
      else toasts.show({ tone: 'done', title: asTitle(run.message), prepared: again });
    }
  }, [runs, startedRuns, announcer, toasts, follow]);
}

/** A run that is tried again has other rows in Activity. */
const turnOf = ({ key, rowKeys }: RunRow): string => `${key} ${rowKeys.join(' ')}`;

/**
 * The cards of runs over many things, for the row of toasts: those that go on, and those that ended with something that was not
 * done. `null`: there are none.
 */
export const useRunCards = (): ReactNode => {
  const runs = useRows('runs');
  useEnds(runs);
  const shown = runs.filter(({ status, outcome, isPutAway }) => !isPutAway && (status === 'running' || outcome !== 'fine'));
  return shown.length === 0 ? null : shown.map((run) => <RunCard key={run.key} run={run} />);
};
