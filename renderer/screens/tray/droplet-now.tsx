import type { AttentionRow, DropletRow } from '../../../preload/contract/view.ts';
import { Button } from '../../components/controls/button.tsx';
import { LookIcon } from '../../components/icons/look.tsx';
import { useMeta, useRow, useRows } from '../../hooks/use-view.ts';
import { attentionLook, byUrgency } from '../../readings/attention.ts';
import { hrefOf } from '../../routes/routes.ts';
import { stateWords } from '../../words/states.ts';
import { InPlaceStage } from './in-place.tsx';
import { dropletKeyIn } from './rows.tsx';
import { RunsHere } from './runs-here.tsx';
import type { InPlace } from './use-in-place.ts';

const Wrong = ({ row, droplet, inPlace }: { row: AttentionRow; droplet: DropletRow; inPlace: InPlace }) => {
  const { isOnline } = useMeta();
  const { command } = row;
  const id = `attention/${row.key}`;
  const stage = inPlace.stageOf(id);
  return (
    <>
      <div className="tray-result">
        <LookIcon look={attentionLook(row)} />
        <span className="two-lines grow">
          <span className="medium">{row.title}</span>
          <span className="small-text faint">{row.detail}</span>
        </span>
        {command && (
          <Button
            size="small"
            isBusy={stage?.step === 'sent'}
            offReason={isOnline ? null : stateWords.offlineReason}
            onClick={() => void inPlace.run(id, command.command, hrefOf('droplets', droplet.key))}
          >
            {command.label}
          </Button>
        )}
      </div>
      {stage && <InPlaceStage stage={stage} onDismiss={inPlace.dismiss} />}
    </>
  );
};

/** What is wrong with the droplet, and what runs on it, unless that is shown at the row where it was started. */
export const DropletNow = ({ droplet, inPlace }: { droplet: DropletRow; inPlace: InPlace }) => {
  const running = useRow('actions', droplet.actionKey);
  const wrong = byUrgency(useRows('attention').filter(({ route }) => route !== null && dropletKeyIn(route) === droplet.key));
  return (
    <>
      {wrong.map((row) => (
        <Wrong key={row.key} row={row} droplet={droplet} inPlace={inPlace} />
      ))}
      {running?.status === 'in-progress' && running.key !== inPlace.actionKey && <RunsHere action={running} />}
    </>
  );
};
