import type { ListColumns } from '../../hooks/use-columns.ts';
import { usePage } from '../../page/page.ts';
import { columnWords } from '../../words/columns.ts';
import { IconButton } from '../controls/button.tsx';
import { Menu, type MenuEntry } from '../controls/menu.tsx';

/** The menu in which a person chooses which columns a list shows, and in which order. */
export const ColumnsMenu = <Row,>({ columns }: { columns: ListColumns<Row> }) => {
  const { announcer } = usePage();
  const { choices, isUsual, toggle, move, reset } = columns;
  const entryOf = (index: number, { column, isHidden, hasRoom }: (typeof choices)[number]): MenuEntry => {
    const { key, title, isNeeded } = column;
    const moveTo = (step: -1 | 1, label: string) => ({
      step,
      label,
      isOff: choices[index + step] === undefined,
      onMove: () => {
        move(key, step);
        announcer.say(columnWords.moved(title, index + step + 1, choices.length));
      },
    });
    return {
      kind: 'movable',
      label: title,
      detail: isNeeded ? columnWords.always : isHidden || hasRoom ? undefined : columnWords.noRoom,
      isChecked: !isHidden,
      onToggle: isNeeded ? null : () => toggle(key),
      moves: [moveTo(-1, columnWords.moveLeft(title)), moveTo(1, columnWords.moveRight(title))],
    };
  };
  return (
    <Menu
      align="end"
      className="columns-menu"
      trigger={<IconButton icon="columns" label={columnWords.columns} />}
      entries={[
        { kind: 'heading', label: columnWords.columns, keys: ['←', '→'], keysDo: columnWords.moves },
        ...choices.map((choice, index) => entryOf(index, choice)),
        { kind: 'separator' },
        {
          kind: 'item',
          label: columnWords.reset,
          icon: 'restore',
          offReason: isUsual ? columnWords.isUsual : null,
          onSelect: reset,
        },
      ]}
    />
  );
};
