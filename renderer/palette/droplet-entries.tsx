import { addressesOf } from '../../preload/contract/addresses.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import { DropletGlyph } from '../components/status/droplet-status.tsx';
import type { useDropletDeeds } from '../droplet-actions/asking.tsx';
import { deedReason, deedsFor } from '../droplet-actions/deeds.ts';
import { addressOf, sshTo } from '../droplet-actions/reach.ts';
import type { Page } from '../page/page.ts';
import { hrefOf } from '../routes/routes.ts';
import { actionVerbs } from '../words/commands.ts';
import { dropletWords } from '../words/droplets.ts';
import { paletteWords } from '../words/palette.ts';
import type { PaletteEntry } from './entries.ts';

type Deeds = ReturnType<typeof useDropletDeeds>;

/** Everything that can be done to one droplet, as entries of the palette. */
export const commandsOn = (droplet: DropletRow, page: Page, { act, destroy, pin }: Deeds): PaletteEntry[] => {
  const isOnline = page.view.single('meta')?.isOnline ?? false;
  const hasTerminal = page.view.single('meta')?.capabilities.terminal ?? false;
  const address = addressOf(droplet);
  const id = (name: string) => `${droplet.key} ${name}`;
  const reach: PaletteEntry[] =
    address === null
      ? []
      : [
          {
            id: id('ssh'),
            label: hasTerminal ? dropletWords.openSshTo(droplet.name) : dropletWords.copySshOf(droplet.name),
            icon: 'terminal',
            run: () => void sshTo(page, droplet),
          },
          { id: id('copy'), label: paletteWords.copyAddress(address), icon: 'copy', run: () => void page.copy(address) },
        ];
  return [
    {
      id: id('show'),
      label: paletteWords.showDroplet(droplet.name),
      icon: 'window',
      run: () => page.router.go(hrefOf('droplets', droplet.key)),
    },
    ...reach,
    ...deedsFor(droplet).map(
      (deed): PaletteEntry => ({
        id: id(deed.type),
        label: paletteWords.verbOn(actionVerbs[deed.type], droplet.name),
        icon: deed.icon,
        offReason: deedReason(deed, droplet, isOnline),
        run: () => act(deed.type, [droplet]),
      }),
    ),
    {
      id: id('pin'),
      label: `${droplet.isPinned ? dropletWords.unpin : dropletWords.pin}: ${droplet.name}`,
      icon: droplet.isPinned ? 'unpin' : 'pin',
      run: () => pin(droplet),
    },
    {
      id: id('destroy'),
      label: paletteWords.verbOn(dropletWords.destroy, droplet.name),
      icon: 'trash',
      run: () => destroy(droplet),
    },
  ];
};

export const dropletEntry = (droplet: DropletRow, page: Page, deeds: Deeds): PaletteEntry => ({
  id: droplet.key,
  label: droplet.name,
  lead: <DropletGlyph droplet={droplet} />,
  detail: droplet.condition === 'active' ? (addressOf(droplet) ?? droplet.conditionText) : droplet.conditionText,
  keywords: [...droplet.tags, ...addressesOf(droplet).map(({ address }) => address), droplet.regionSlug],
  connectionId: droplet.connectionId,
  inside: () => commandsOn(droplet, page, deeds),
  run: () => page.router.go(hrefOf('droplets', droplet.key)),
});
