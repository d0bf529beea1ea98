import type { ReactElement } from 'react';
import { usePage } from '../../page/page.ts';
import { settingsWords } from '../../words/settings.ts';
import { tomorrowAt } from '../../words/times.ts';
import { Menu, type MenuEntry } from './menu.tsx';

const hour = 3_600_000;

/** The menu that pauses Buoy, below its button. The times count from when it opens. */
export const PauseMenu = ({ trigger, align }: { trigger: ReactElement; align?: 'start' | 'end' }) => {
  const { commands, view } = usePage();
  const pause = (label: string, untilMs: number | null): MenuEntry => ({
    kind: 'item',
    label,
    onSelect: () => void commands.run({ kind: 'pause-polling', untilMs }),
  });
  const entries = () => [
    pause(settingsWords.pauseHour, view.now() + hour),
    pause(settingsWords.pauseTomorrow, tomorrowAt(view.now(), 8)),
    pause(settingsWords.pauseOpen, null),
  ];
  return <Menu trigger={trigger} entries={entries} {...(align && { align })} />;
};
