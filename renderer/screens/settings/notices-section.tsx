import { Button } from '../../components/controls/button.tsx';
import { Checkbox, Switch } from '../../components/controls/choices.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useMeta, useSingle } from '../../hooks/use-view.ts';
import { activityWords } from '../../words/activity.ts';
import { settingsWords } from '../../words/settings.ts';
import { tomorrowAt, untilTime } from '../../words/times.ts';
import { Setting, SettingsSection } from './setting.tsx';
import { Switches } from './switches.tsx';

const hour = 3_600_000;

const QuietHours = () => {
  const { quietHours } = useSingle('settings').notices;
  const { run } = useCommand();
  const change = (next: Partial<typeof quietHours>) =>
    void run({ kind: 'update-settings', patch: { notices: { quietHours: next } } });
  const time = (name: 'from' | 'to') => (
    <input
      type="time"
      className="field"
      aria-label={`${settingsWords.quiet}: ${settingsWords[name]}`}
      value={quietHours[name]}
      disabled={!quietHours.isOn}
      onChange={(event) => event.target.value !== '' && change({ [name]: event.target.value.slice(0, 5) })}
    />
  );
  return (
    <Setting name={settingsWords.quiet} hint={settingsWords.quietHint}>
      <div className="row">
        {time('from')}
        <span className="faint" aria-hidden="true">
          –
        </span>
        {time('to')}
        <Switch label={settingsWords.quiet} isOn={quietHours.isOn} onChange={(isOn) => change({ isOn })} />
      </div>
    </Setting>
  );
};

const Snooze = () => {
  const { snoozedUntilMs } = useSingle('settings').notices;
  const now = useNow();
  const { run } = useCommand();
  const snooze = (untilMs: number | null) =>
    void run({ kind: 'update-settings', patch: { notices: { snoozedUntilMs: untilMs } } });
  const isOn = snoozedUntilMs !== null && snoozedUntilMs > now;
  const entries: MenuEntry[] = [
    { kind: 'item', label: activityWords.snoozeHour, onSelect: () => snooze(now + hour) },
    { kind: 'item', label: activityWords.snoozeTomorrow, onSelect: () => snooze(tomorrowAt(now, 8)) },
  ];
  return (
    <Setting name={settingsWords.snooze} {...(isOn ? { hint: settingsWords.snoozed(untilTime(snoozedUntilMs, now)) } : {})}>
      {isOn ? (
        <Button onClick={() => snooze(null)}>{activityWords.snoozeOff}</Button>
      ) : (
        <Menu align="end" entries={entries} trigger={<Button>{activityWords.snooze}</Button>} />
      )}
    </Setting>
  );
};

/** Which notices appear on the desktop, and when none do. */
export const NoticesSection = () => {
  const { notices } = useSingle('settings');
  const { noticeKinds } = useMeta();
  const { run } = useCommand();
  const mute = (kind: string, isWanted: boolean) => {
    const muted = isWanted ? notices.muted.filter((other) => other !== kind) : [...notices.muted, kind];
    void run({ kind: 'update-settings', patch: { notices: { muted } } });
  };
  return (
    <SettingsSection id="notices" title={settingsWords.sections.notices}>
      <Switches section="notices" />
      <fieldset className="setting kinds">
        <legend>{settingsWords.kinds}</legend>
        <div className="kind-grid">
          {noticeKinds.map(({ kind, name }) => (
            <Checkbox key={kind} isChecked={!notices.muted.includes(kind)} onChange={(isWanted) => mute(kind, isWanted)}>
              {name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <QuietHours />
      <Snooze />
    </SettingsSection>
  );
};
