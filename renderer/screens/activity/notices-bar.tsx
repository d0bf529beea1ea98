import { Button } from '../../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useMeta, useTeam } from '../../hooks/use-view.ts';
import { allTeams, usePage } from '../../page/page.ts';
import { activityWords } from '../../words/activity.ts';
import { frameWords } from '../../words/views.ts';
import { QuietMenu } from './quiet-menu.tsx';

/** A filter with one choice, as a chip that names it. */
const ChipMenu = ({ label, isSet, entries }: { label: string; isSet: boolean; entries: readonly MenuEntry[] }) => (
  <Menu
    entries={entries}
    trigger={
      <button type="button" className={isSet ? 'chip set' : 'chip'}>
        <span className="cut">{label}</span>
        <Icon name="down" size="xs" />
      </button>
    }
  />
);

const TeamChip = () => {
  const { team } = usePage();
  const { teamId, all } = useTeam();
  if (all.length < 2) return null;
  const entry = (id: string, label: string, isChecked: boolean): MenuEntry => {
    return { kind: 'item', label, isChecked, onSelect: () => team.set(id) };
  };
  const entries = [
    entry(allTeams, frameWords.allTeams, teamId === null),
    ...all.map(({ id, teamName }) => entry(id, teamName, id === teamId)),
  ];
  const chosen = all.find(({ id }) => id === teamId);
  return <ChipMenu label={chosen?.teamName ?? frameWords.allTeams} isSet={chosen !== undefined} entries={entries} />;
};

const KindChip = ({ kind, onChange }: { kind: string | null; onChange: (kind: string | null) => void }) => {
  const { noticeKinds } = useMeta();
  const entry = (value: string | null, label: string): MenuEntry => {
    return { kind: 'item', label, isChecked: value === kind, onSelect: () => onChange(value) };
  };
  const entries = [entry(null, activityWords.everyKind), ...noticeKinds.map((one) => entry(one.kind, one.name))];
  const chosen = noticeKinds.find((one) => one.kind === kind);
  return <ChipMenu label={chosen?.name ?? activityWords.everyKind} isSet={chosen !== undefined} entries={entries} />;
};

/** Which notices are shown, when there are none on the desktop, and that all were read. */
export const NoticesBar = ({
  kind,
  unread,
  onKind,
}: {
  kind: string | null;
  /** Notices that were not read yet, whatever the filter shows. */
  unread: number;
  onKind: (kind: string | null) => void;
}) => {
  const { run } = useCommand();
  return (
    <div className="filters notices-bar">
      <TeamChip />
      <KindChip kind={kind} onChange={onKind} />
      <span className="grow" />
      <span className="small-text faint tabular nowrap not-tiny">{unread > 0 && activityWords.newNotices(unread)}</span>
      <QuietMenu
        trigger={(label, isQuiet) => {
          const text = isQuiet ? label : activityWords.quietFor;
          return (
            <Button size="small" icon="moon" aria-label={text}>
              <span className="not-tiny">{text}</span>
            </Button>
          );
        }}
      />
      <Button
        size="small"
        offReason={unread > 0 ? null : activityWords.allRead}
        onClick={() => void run({ kind: 'mark-notices-read' })}
      >
        {activityWords.markAllRead}
      </Button>
    </div>
  );
};
