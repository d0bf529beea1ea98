import type { RunRow } from '../../preload/contract/many.ts';
import { Button } from '../components/controls/button.tsx';
import { useNow } from '../hooks/use-now.ts';
import { useJobs } from './job-host.tsx';

/** Makes again what a run took away, as long as that is offered. */
export const RunAgain = ({ run: { again } }: { run: RunRow }) => {
  const { resume } = useJobs();
  const now = useNow();
  if (!again || again.untilMs <= now) return null;
  return (
    <Button size="small" onClick={() => resume(again)}>
      {again.label}
    </Button>
  );
};
