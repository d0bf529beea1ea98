import type { TagActionType } from '../../../preload/contract/command.ts';
import { IconButton } from '../../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { deeds } from '../../droplet-actions/deeds.ts';
import { useMeta } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { actionVerbs } from '../../words/commands.ts';
import { dropletWords } from '../../words/droplets.ts';
import { stateWords } from '../../words/states.ts';

/** The actions that the API can run on all droplets of a tag at once. */
const tagDeeds: readonly TagActionType[] = [
  'power_on',
  'snapshot',
  'enable_backups',
  'disable_backups',
  'enable_ipv6',
  'shutdown',
  'power_off',
  'power_cycle',
];

/**
 * Commands for every droplet with a tag, also those that the list does not show now. If several teams have the tag, each has a
 * submenu.
 */
export const TagMenu = ({ tag, connectionIds }: { tag: string; connectionIds: readonly string[] }) => {
  const { commands, view } = usePage();
  const { isOnline } = useMeta();
  const entriesFor = (connectionId: string): MenuEntry[] =>
    tagDeeds.map((type) => ({
      kind: 'item',
      label: actionVerbs[type],
      icon: deeds.find((deed) => deed.type === type)?.icon ?? 'power',
      offReason: isOnline ? null : stateWords.offlineReason,
      onSelect: () =>
        void commands.run({
          kind: 'tag-action',
          connectionId,
          tag,
          type,
          ...(type === 'snapshot' ? { value: `${tag}-${new Date(view.now()).toISOString().slice(0, 10)}` } : {}),
        }),
    }));
  const [only] = connectionIds.length === 1 ? connectionIds : [];
  const entries = (): MenuEntry[] => [
    { kind: 'heading', label: dropletWords.allWithTag(tag) },
    ...(only === undefined
      ? connectionIds.map(
          (id): MenuEntry => ({
            kind: 'sub',
            label: view.row('connections', id)?.teamName ?? id,
            icon: 'team',
            entries: entriesFor(id),
          }),
        )
      : entriesFor(only)),
  ];
  return (
    <Menu align="end" entries={entries} trigger={<IconButton icon="more" size="small" label={dropletWords.tagActions(tag)} />} />
  );
};
