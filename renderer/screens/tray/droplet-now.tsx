import type { ActionRow, AttentionRow, DropletRow } from '../../../preload/contract/view.ts';
import { Button } from '../../components/controls/button.tsx';
import { ActionProgress } from '../../components/feedback/progress.tsx';
import { LookIcon } from '../../components/icons/look.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { useMeta, useRow, useRows } from '../../hooks/use-view.ts';
import { usualText } from '../../readings/action-progress.ts';
import { attentionLook, byUrgency } from '../../readings/attention.ts';
import { hrefOf } from '../../routes/routes.ts';
import { stateWords } from '../../words/states.ts';
import { InPlaceStage } from './in-place.tsx';
import { dropletKeyIn } from './rows.tsx';
import { TimeLeft } from './time-left.tsx';
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

const Runs = ({ action }: { action: ActionRow }) => (
  <div className="tray-result">
    <StatusGlyph name="running" />
    <span className="two-lines grow">
      <span className="row spread">
        <span className="cut medium" title={action.title}>
          {action.title}
        </span>
        <span className="tiny-text quiet tabular nowrap">
          <TimeLeft action={action} />
        </span>
      </span>
      <ActionProgress action={action} />
      <span className="tiny-text faint">{usualText(action)}</span>
    </span>
  </div>
);

/** What is wrong with the droplet, and what runs on it, unless that is shown at the row where it was started. */
export const DropletNow = ({ droplet, inPlace }: { droplet: DropletRow; inPlace: InPlace }) => {
  const running = useRow('actions', droplet.actionKey);
  const wrong = byUrgency(useRows('attention').filter(({ route }) => route !== null && dropletKeyIn(route) === droplet.key));
  return (
    <>
      {wrong.map((row) => (
        <Wrong key={row.key} row={row} droplet={droplet} inPlace={inPlace} />
      ))}
      {running?.status === 'in-progress' && running.key !== inPlace.actionKey && <Runs action={running} />}
    </>
  );
};
