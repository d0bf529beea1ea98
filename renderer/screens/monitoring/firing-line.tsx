import type { NoticeRow } from '../../../preload/contract/notice.ts';
import type { AttentionRow } from '../../../preload/contract/view.ts';
import { SparkLine, useSpark } from '../../charts/spark.tsx';
import { Button } from '../../components/controls/button.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { LookIcon } from '../../components/icons/look.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useMeta, useRow, useRows } from '../../hooks/use-view.ts';
import { attentionLook } from '../../readings/attention.ts';
import { noticeLook } from '../../readings/looks.ts';
import { activityWords } from '../../words/activity.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { stateWords } from '../../words/states.ts';
import { clockOrDay } from '../../words/times.ts';

const snoozeMinutes = 60;

/** The button that keeps the notices of what fires off the desktop for an hour, or ends that. */
const Snooze = ({ matter, title }: { matter: string; title: string }) => {
  const { run, isBusy } = useCommand();
  const isSnoozed = useRows('notices').some((notice) => notice.matter === matter && notice.snoozedUntilMs !== null);
  const label = isSnoozed ? monitoringWords.endSnooze : monitoringWords.snooze;
  return (
    <Button
      size="small"
      aria-label={activityWords.buttonOf(label, title)}
      isBusy={isBusy}
      onClick={() =>
        void run(isSnoozed ? { kind: 'end-snooze', matter } : { kind: 'snooze-matter', matter, minutes: snoozeMinutes })
      }
    >
      {label}
    </Button>
  );
};

const Remedy = ({ command, title }: { command: NonNullable<AttentionRow['command']>; title: string }) => {
  const { run, isBusy } = useCommand();
  const { isOnline } = useMeta();
  return (
    <Button
      size="small"
      aria-label={activityWords.buttonOf(command.label, title)}
      isBusy={isBusy}
      offReason={isOnline ? null : stateWords.offlineReason}
      onClick={() => void run(command.command)}
    >
      {command.label}
    </Button>
  );
};

/** The CPU of the last day, beside a policy about it that fires. */
const FiringSpark = ({ row }: { row: AttentionRow }) => {
  const [, connectionId = '', policyUuid = '', dropletId = ''] = row.key.split('/');
  const policy = useRow('policies', row.kind === 'alert' ? `${connectionId}:${policyUuid}` : null);
  const isAboutCpu = policy?.type === 'v1/insights/droplet/cpu';
  const spark = useSpark(`${connectionId}:${dropletId}`, isAboutCpu);
  return isAboutCpu && spark?.state === 'read' ? (
    <span className="firing-spark">
      <SparkLine spark={spark} width={120} height={26} />
    </span>
  ) : null;
};

/** Something that fires or is down, with since when and what to do about it. */
export const FiringLine = ({ row }: { row: AttentionRow }) => {
  const now = useNow();
  return (
    <div role="presentation" className="watch-row firing">
      <span role="gridcell" className="lead">
        <LookIcon look={attentionLook(row)} />
      </span>
      <span role="gridcell" className="two-lines words">
        <span className="medium cut">{row.title}</span>
        <span className="small-text faint cut" title={row.detail}>
          {row.sinceMs === null ? row.detail : monitoringWords.since(clockOrDay(row.sinceMs, now), row.detail)}
        </span>
      </span>
      <span role="gridcell" className="row does">
        <FiringSpark row={row} />
        {row.command ? <Remedy command={row.command} title={row.title} /> : <Snooze matter={row.key} title={row.title} />}
      </span>
      <span role="gridcell" className="faint right">
        {row.route !== null && <Icon name="right" size="sm" />}
      </span>
    </div>
  );
};

/** Something that was told lately. */
export const ToldLine = ({ row }: { row: NoticeRow }) => {
  const now = useNow();
  const { noticeKinds } = useMeta();
  return (
    <div role="presentation" className="watch-row told">
      <span role="gridcell" className="lead">
        <LookIcon look={noticeLook(noticeKinds.find(({ kind }) => kind === row.kind))} />
      </span>
      <span role="gridcell" className="two-lines words">
        <span className="cut" title={row.title}>
          {row.title}
        </span>
        <span className="small-text faint cut" title={row.body}>
          {row.body}
        </span>
      </span>
      <span role="gridcell" />
      <span role="gridcell" className="small-text faint tabular right nowrap">
        {clockOrDay(row.atMs, now)}
      </span>
    </div>
  );
};
