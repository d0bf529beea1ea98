import type { NoticePartRow } from '../../../preload/contract/notice.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useMeta } from '../../hooks/use-view.ts';
import { activityWords } from '../../words/activity.ts';
import { stateWords } from '../../words/states.ts';
import { untilTime } from '../../words/times.ts';
import { Button } from '../controls/button.tsx';

const Snoozed = ({ untilMs }: { untilMs: number }) => {
  const now = useNow();
  return <span className="tag">{activityWords.factSnoozedUntil(untilTime(untilMs, now))}</span>;
};

/** The buttons that the notice has on the desktop too, and until when it is snoozed. `onUsed` is called when one was pressed. */
export const NoticeButtons = ({ part, onUsed }: { part: NoticePartRow; onUsed: () => void }) => {
  const { run, isBusy } = useCommand();
  const { isOnline } = useMeta();
  if (part.buttons.length === 0) return null;
  return (
    <span className="notice-buttons over">
      {part.snoozedUntilMs !== null && <Snoozed untilMs={part.snoozedUntilMs} />}
      {part.buttons.map(({ label, deed }) => {
        const name = activityWords.buttonOf(label, part.title);
        if (deed.kind === 'route') {
          return (
            <a key={label} className="btn small" href={deed.route} aria-label={name} onClick={onUsed}>
              {label}
            </a>
          );
        }
        const needsNetwork = deed.command.kind === 'droplet-action';
        const press = () => {
          onUsed();
          void run(deed.command);
        };
        return (
          <Button
            key={label}
            size="small"
            aria-label={name}
            isBusy={isBusy}
            offReason={needsNetwork && !isOnline ? stateWords.offlineReason : null}
            onClick={press}
          >
            {label}
          </Button>
        );
      })}
    </span>
  );
};
