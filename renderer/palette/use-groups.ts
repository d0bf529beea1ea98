import { addressesOf } from '../../preload/contract/addresses.ts';
import { useDropletDeeds } from '../droplet-actions/asking.tsx';
import { useMeta, useSingle, useTeam } from '../hooks/use-view.ts';
import { useOpenShortcuts } from '../page/openers.ts';
import { type Page, usePage } from '../page/page.ts';
import { viewIcons } from '../routes/nav.ts';
import { hrefOf, mainViews } from '../routes/routes.ts';
import { paletteWords } from '../words/palette.ts';
import { viewNames } from '../words/views.ts';
import { commandsOn, dropletEntry } from './droplet-entries.tsx';
import { addedGroups, bestOf, fitOf, type PaletteEntry, type PaletteGroup } from './entries.ts';

const dropletsAtMost = 7;
const commandsAtMost = 6;
const hour = 3_600_000;

const viewEntries = (page: Page): PaletteEntry[] =>
  mainViews.map((view, index) => ({
    id: `view ${view}`,
    label: paletteWords.goTo(viewNames[view]),
    icon: viewIcons[view],
    keys: ['Mod', String(index + 1)],
    run: () => page.router.go(hrefOf(view)),
  }));

/** Commands that do not belong to a droplet. */
const useOwnCommands = (page: Page): PaletteEntry[] => {
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

/** Groups for the typed text: droplets, commands, views, then those of other providers. */
export const useGroups = (text: string): readonly PaletteGroup[] => {
  const page = usePage();
  const deeds = useDropletDeeds();
  const { teamId } = useTeam();
  const own = useOwnCommands(page);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const droplets = page.view
    .rows('droplets')
    .filter((droplet) => teamId === null || droplet.connectionId === teamId)
    .map((droplet) => ({
      droplet,
      fit: fitOf(words, droplet.name, [
        ...droplet.tags,
        ...addressesOf(droplet).map(({ address }) => address),
        droplet.regionSlug,
      ]),
    }))
    .filter(({ fit }) => fit > 0)
    .sort(
      (a, b) =>
        b.fit - a.fit || Number(b.droplet.isPinned) - Number(a.droplet.isPinned) || a.droplet.name.localeCompare(b.droplet.name),
    );
  // Words such as "reboot web-01" name a command and its droplet together.
  const commands = words.length === 0 ? [] : commandsFor(page, deeds, words, teamId, droplets[0]?.droplet.key);
  return [
    {
      title: paletteWords.droplets,
      entries: droplets.slice(0, dropletsAtMost).map(({ droplet }) => dropletEntry(droplet, page, deeds)),
    },
    { title: paletteWords.commands, entries: [...commands, ...bestOf(own, words, commandsAtMost)].slice(0, commandsAtMost) },
    { title: paletteWords.views, entries: bestOf(viewEntries(page), words, mainViews.length) },
    ...addedGroups(text.trim()),
  ].filter((group) => group.entries.length > 0);
};

const commandsFor = (
  page: Page,
  deeds: ReturnType<typeof useDropletDeeds>,
  words: readonly string[],
  teamId: string | null,
  bestKey: string | undefined,
): PaletteEntry[] => {
  const best = bestKey === undefined ? undefined : page.view.row('droplets', bestKey);
  if (best)
    return commandsOn(best, page, deeds)
      .filter((entry) => !entry.id.endsWith(' show'))
      .slice(0, 4);
  const named = page.view
    .rows('droplets')
    .filter((droplet) => teamId === null || droplet.connectionId === teamId)
    .filter((droplet) => words.some((word) => droplet.name.toLowerCase().includes(word)))
    .slice(0, 20);
  return bestOf(
    named.flatMap((droplet) => commandsOn(droplet, page, deeds)),
    words,
    commandsAtMost,
  );
};
