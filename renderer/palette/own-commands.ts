import { useMeta, useSingle } from '../hooks/use-view.ts';
import { useOpenShortcuts } from '../page/openers.ts';
import { type Page, usePage } from '../page/page.ts';
import { viewIcons } from '../routes/nav.ts';
import { hrefOf, mainViews } from '../routes/routes.ts';
import { paletteWords } from '../words/palette.ts';
import { viewNames } from '../words/views.ts';
import type { PaletteEntry } from './entries.ts';

const hour = 3_600_000;

export const viewEntries = (page: Page): PaletteEntry[] => [
  ...mainViews.map(
    (view, index): PaletteEntry => ({
      id: `view ${view}`,
      label: paletteWords.goTo(viewNames[view]),
      icon: viewIcons[view],
      keys: ['Mod', String(index + 1)],
      run: () => page.router.go(hrefOf(view)),
    }),
  ),
  {
    id: 'view coming-up',
    label: paletteWords.goTo(viewNames['coming-up']),
    icon: 'calendar',
    keywords: paletteWords.comingKeywords,
    run: () => page.router.go(hrefOf('coming-up')),
  },
];

/** Commands that do not belong to a droplet. */
export const useOwnCommands = (): PaletteEntry[] => {
  const page = usePage();
  const meta = useMeta();
  const { appearance } = useSingle('settings');
  const openShortcuts = useOpenShortcuts();
  const run = page.commands;
  const themes = (['light', 'dark', 'system'] as const).filter((theme) => theme !== appearance);
  return [
    { id: 'refresh', label: paletteWords.refresh, icon: 'refresh', keys: ['R'], run: () => void run.run({ kind: 'refresh' }) },
    meta.pause
      ? { id: 'resume', label: paletteWords.resume, icon: 'play', run: () => void run.run({ kind: 'resume-polling' }) }
      : {
          id: 'pause',
          label: paletteWords.pauseHour,
          icon: 'pause',
          run: () => void run.run({ kind: 'pause-polling', untilMs: page.view.now() + hour }),
        },
    { id: 'add', label: paletteWords.addConnection, icon: 'plus', run: () => page.router.go(hrefOf('welcome')) },
    ...themes.map(
      (theme): PaletteEntry => ({
        id: `theme ${theme}`,
        label: paletteWords.theme[theme],
        icon: theme === 'dark' ? 'moon' : 'sun',
        run: () => void run.run({ kind: 'update-settings', patch: { appearance: theme } }),
      }),
    ),
    ...(meta.capabilities.demo
      ? [
          meta.isDemoOpen
            ? ({
                id: 'demo',
                label: paletteWords.closeDemo,
                icon: 'quit',
                run: () => void run.run({ kind: 'close-demo' }),
              } as const)
            : ({
                id: 'demo',
                label: paletteWords.openDemo,
                icon: 'play',
                run: () => void run.run({ kind: 'open-demo' }),
              } as const),
        ]
      : []),
    { id: 'tray', label: paletteWords.trayMenu, icon: 'window', run: () => page.router.go(hrefOf('tray')) },
    { id: 'shortcuts', label: paletteWords.shortcuts, icon: 'keyboard', keys: ['?'], run: openShortcuts },
    ...(meta.capabilities.quit
      ? [{ id: 'quit', label: paletteWords.quit, icon: 'quit', run: () => void page.bridge.quit({}) } as const]
      : []),
  ];
};
