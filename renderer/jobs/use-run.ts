import type { RunChange, RunRow } from '../../preload/contract/many.ts';
import { useRows } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';

/** What a person can do with a run. A failure is told as a toast. */
export const useRunChange = (run: RunRow): ((change: RunChange) => void) => {
  const { bridge, commands } = usePage();
  return (change) =>
    void bridge.changeRun({ runKey: run.key, change }).then((outcome) => {
      if (!outcome.ok) commands.tell(outcome.failure);
    });
};

/** The run for which a row of Activity stands; `undefined`: none, or Buoy has forgotten it. */
export const useRunOf = (actionKey: string): RunRow | undefined =>
  useRows('runs').find(({ rowKeys }) => rowKeys.includes(actionKey));
