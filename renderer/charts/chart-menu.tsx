import type { RefObject } from 'react';
import { IconButton } from '../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../components/controls/menu.tsx';
import { base64Of, fileName, saveFile } from '../page/made-file.ts';
import { usePage } from '../page/page.ts';
import { chartWords } from '../words/charts.ts';
import { csvOf } from './csv.ts';
import type { ChartModel } from './model.ts';
import { pictureOf } from './picture.ts';
import type { Plot } from './plot.ts';

/** What can be done with a chart besides looking at it. */
export const ChartMenu = ({
  model,
  title,
  plotRef,
  isTable,
  onTable,
}: {
  model: ChartModel;
  title: string;
  plotRef: RefObject<Plot | null>;
  isTable: boolean;
  onTable: (isWanted: boolean) => void;
}) => {
  const page = usePage();
  const saveCsv = () =>
    void saveFile(page, { name: fileName(title, 'csv'), mediaType: 'text/csv', base64: base64Of(csvOf(model)) });
  const picture = () => plotRef.current && pictureOf(plotRef.current, model, title);
  const copyPicture = () => {
    const made = picture();
    if (made) void page.copyPicture(made, chartWords.png(title));
  };
  const savePicture = () => {
    const made = picture();
    if (made) void saveFile(page, { name: fileName(title, 'png'), mediaType: 'image/png', base64: made });
  };
  const entries = (): MenuEntry[] => [
    {
      kind: 'item',
      label: chartWords.copyCsv,
      icon: 'copy',
      onSelect: () => void page.copy(csvOf(model), chartWords.csv(title)),
    },
    { kind: 'item', label: chartWords.copyPng, icon: 'image', onSelect: copyPicture },
    { kind: 'item', label: chartWords.saveCsv, icon: 'download', onSelect: saveCsv },
    { kind: 'item', label: chartWords.savePng, icon: 'download', onSelect: savePicture },
    { kind: 'separator' },
    {
      kind: 'item',
      label: isTable ? chartWords.noTable : chartWords.table,
      icon: 'columns',
      onSelect: () => onTable(!isTable),
    },
  ];
  return <Menu align="end" entries={entries} trigger={<IconButton icon="more" size="small" label={chartWords.menu(title)} />} />;
};
