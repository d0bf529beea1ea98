import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ManyOffer } from '../../preload/contract/many.ts';
import { Button, IconButton } from '../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../components/controls/menu.tsx';
import { useMeta } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';
import type { Selection } from '../page/selection.ts';
import { manyWords } from '../words/many.ts';
import { useJobs } from './job-host.tsx';
import { type Chosen, entriesOf, groupsOf, iconOf, type OfferGroup, offReasonOf } from './many-entries.ts';
import { useManyOffers } from './use-many-offers.ts';

/** Buttons that stand in the bar itself. A group counts as one. */
const buttonsAtMost = 4;
/** Of these, so many also where the list is narrow. */
const alwaysShown = 2;

const separator: MenuEntry = { kind: 'separator' };

const GroupButton = ({
  of: { group, offers },
  selected,
  isOnline,
  className,
  onTake,
}: {
  of: OfferGroup;
  selected: number;
  isOnline: boolean;
  className: string | undefined;
  onTake: (offer: ManyOffer) => void;
}) => {
  const [only] = offers;
  if (group !== null)
    return (
      <Menu
        entries={entriesOf(offers, selected, isOnline, onTake)}
        trigger={
          <Button look="ghost" icon={group} className={className}>
            {manyWords.groups[group]}
          </Button>
        }
      />
    );
  if (!only) return null;
  const hurts = only.level === 'destructive' ? 'hurt' : undefined;
  return (
    <Button
      look="ghost"
      icon={iconOf(only)}
      className={[hurts, className].filter(Boolean).join(' ') || undefined}
      offReason={offReasonOf(only, selected, isOnline)}
      onClick={() => onTake(only)}
    >
      {only.label}
    </Button>
  );
};

const Bar = ({
  chosen,
  label,
  detail,
  onClear,
}: {
  chosen: readonly Chosen[];
  label: string;
  detail: string | null;
  onClear: () => void;
}) => {
  const page = usePage();
  const { isOnline } = useMeta();
  const { startMany } = useJobs();
  const things = useMemo(() => chosen.map(({ thing }) => thing), [chosen]);
  const groups = groupsOf(useManyOffers(things));
  const shown = groups.length > buttonsAtMost ? groups.filter(({ offers }) => offers[0]?.level !== 'destructive') : groups;
  const buttons = shown.slice(0, buttonsAtMost);
  const behind = groups.filter((group) => !buttons.includes(group)).flatMap(({ offers }) => offers);
  const take = (offer: ManyOffer) => startMany(offer, things);
  const lines = (offers: readonly ManyOffer[]) => entriesOf(offers, chosen.length, isOnline, take);
  const narrow = buttons.slice(alwaysShown).flatMap(({ offers }) => offers);
  const copy = (texts: readonly string[], what: string) => void page.copy(texts.join('\n'), what);
  const entries = (isNarrow: boolean): MenuEntry[] => {
    const plain = [...(isNarrow ? narrow : []), ...behind.filter(({ level }) => level !== 'destructive')];
    const ending = behind.filter(({ level }) => level === 'destructive');
    return [
      ...lines(plain),
      ...(plain.length > 0 ? [separator] : []),
      {
        kind: 'item',
        label: manyWords.copyNames,
        icon: 'copy',
        onSelect: () =>
          copy(
            chosen.map(({ name }) => name),
            manyWords.names(chosen.length),
          ),
      },
      {
        kind: 'item',
        label: manyWords.copyIds,
        icon: 'copy',
        onSelect: () =>
          copy(
            chosen.map(({ thing }) => thing.id),
            manyWords.ids(chosen.length),
          ),
      },
      ...(ending.length > 0 ? [separator, ...lines(ending)] : []),
    ];
  };
  return (
    <div className="selection-bar" role="toolbar" aria-label={label}>
      <span className="medium tabular" role="status">
        {manyWords.selected(chosen.length)}
      </span>
      {detail !== null && <span className="faint tabular roomy">{detail}</span>}
      <span className="divider" />
      {buttons.map((group, at) => (
        <GroupButton
          key={group.group ?? group.offers[0]?.name}
          of={group}
          selected={chosen.length}
          isOnline={isOnline}
          className={at < alwaysShown ? undefined : 'broad'}
          onTake={take}
        />
      ))}
      <span className="broad">
        <Menu align="end" entries={() => entries(false)} trigger={<IconButton icon="more" label={manyWords.more} />} />
      </span>
      <span className="slim">
        <Menu align="end" entries={() => entries(true)} trigger={<IconButton icon="more" label={manyWords.more} />} />
      </span>
      <span className="grow tight" />
      <span className="divider roomy" />
      <Button look="ghost" className="roomy" keys={['Esc']} onClick={onClear}>
        {manyWords.clear}
      </Button>
      <IconButton icon="close" className="tight" label={manyWords.clear} onClick={onClear} />
    </div>
  );
};

/**
 * Floats over a list while something is selected: how many they are, then what can be done with all of them. `chosen` are the
 * selected rows that are still there; the others are no longer selected.
 */
export const SelectionBar = ({
  selection,
  chosen,
  onLeave,
  ...bar
}: {
  selection: Selection;
  chosen: readonly Chosen[];
  /** "Selected volumes". */
  label: string;
  detail: string | null;
  /** Called when the selection was cleared: the list takes the focus back. */
  onLeave: () => void;
}) => {
  const keys = useSyncExternalStore(selection.subscribe, selection.keys);
  useEffect(() => {
    const there = new Set(chosen.map(({ key }) => key));
    // Of those that were drawn: what was selected since is not known here yet.
    const gone = new Set([...keys].filter((key) => !there.has(key)));
    if (gone.size > 0) selection.keepOnly((key) => !gone.has(key));
  }, [selection, chosen, keys]);
  if (chosen.length === 0) return null;
  const clear = () => {
    selection.clear();
    onLeave();
  };
  return <Bar {...bar} chosen={chosen} onClear={clear} />;
};
