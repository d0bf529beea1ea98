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
import type { Verb } from './verbs.ts';

export type Deeds = ReturnType<typeof useDropletDeeds>;

/** Everything that can be done to one droplet, but for jobs that are no actions. */
export const commandsOn = (droplet: DropletRow, page: Page, { act, destroy, pin }: Deeds): Verb[] => {
  const isOnline = page.view.single('meta')?.isOnline ?? false;
  const hasTerminal = page.view.single('meta')?.capabilities.terminal ?? false;
  const address = addressOf(droplet);
  const { name } = droplet;
  const verb = (id: string, label: string, more: Pick<Verb, 'icon' | 'run'> & Partial<Verb>): Verb => ({
    id,
    label,
    keywords: '',
    text: paletteWords.verbOn(label, name),
    offReason: null,
    ...more,
  });
  const ssh = hasTerminal ? dropletWords.openSsh : dropletWords.copySsh;
  const reach: Verb[] =
    address === null
      ? []
      : [
          verb('ssh', ssh, {
            keywords: paletteWords.sshWords,
            text: hasTerminal ? dropletWords.openSshTo(name) : dropletWords.copySshOf(name),
            icon: 'terminal',
            run: () => void sshTo(page, droplet),
          }),
          verb('copy', paletteWords.copyIp, {
            keywords: paletteWords.copyIpWords,
            text: paletteWords.copyAddress(address),
            icon: 'copy',
            run: () => void page.copy(address),
          }),
        ];
  return [
    ...reach,
    ...deedsFor(droplet).map((deed) =>
      verb(deed.type, actionVerbs[deed.type], {
        keywords: paletteWords.deedWords[deed.type],
        icon: deed.icon,
        offReason: deedReason(deed, droplet, isOnline),
        run: () => act(deed.type, droplet),
      }),
    ),
    verb('pin', droplet.isPinned ? dropletWords.unpin : dropletWords.pin, {
      text: paletteWords.jobOn(droplet.isPinned ? dropletWords.unpin : dropletWords.pin, name),
      icon: droplet.isPinned ? 'unpin' : 'pin',
      run: () => pin(droplet),
    }),
    verb('destroy', dropletWords.destroy, {
      keywords: paletteWords.destroyWords,
      icon: 'trash',
      run: () => destroy(droplet),
    }),
  ];
};

export const dropletEntry = (droplet: DropletRow, page: Page): PaletteEntry => ({
  id: droplet.key,
  label: droplet.name,
  lead: <DropletGlyph droplet={droplet} />,
  detail: droplet.condition === 'active' ? (addressOf(droplet) ?? droplet.conditionText) : droplet.conditionText,
  keywords: [...droplet.tags, ...addressesOf(droplet).map(({ address }) => address), droplet.regionSlug],
  connectionId: droplet.connectionId,
  run: () => page.router.go(hrefOf('droplets', droplet.key)),
});
