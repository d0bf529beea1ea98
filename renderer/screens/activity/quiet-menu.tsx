import type { ReactElement } from 'react';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useSingle } from '../../hooks/use-view.ts';
import { activityWords } from '../../words/activity.ts';
import { tomorrowAt, untilTime } from '../../words/times.ts';

const hour = 3_600_000;

/** Keeps all notices off the desktop for a while. `trigger` gets what the menu is about now: that, or until when it is quiet. */
export const QuietMenu = ({ trigger }: { trigger: (label: string, isQuiet: boolean) => ReactElement }) => {
  const { snoozedUntilMs } = useSingle('settings').notices;
  const now = useNow();
  const { run } = useCommand();
  const snooze = (untilMs: number | null) =>
    void run({ kind: 'update-settings', patch: { notices: { snoozedUntilMs: untilMs } } });
  const isQuiet = snoozedUntilMs !== null && snoozedUntilMs > now;
  const entries: MenuEntry[] = [
    { kind: 'item', label: activityWords.snoozeHour, onSelect: () => snooze(now + hour) },
    { kind: 'item', label: activityWords.snoozeTomorrow, onSelect: () => snooze(tomorrowAt(now, 8)) },
    ...(isQuiet
      ? ([{ kind: 'separator' }, { kind: 'item', label: activityWords.snoozeOff, onSelect: () => snooze(null) }] as const)
      : []),
  ];
  const label = isQuiet ? activityWords.snoozedUntil(untilTime(snoozedUntilMs, now)) : activityWords.snooze;
  return <Menu align="end" entries={entries} trigger={trigger(label, isQuiet)} />;
};
