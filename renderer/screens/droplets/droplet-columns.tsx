import { useCallback, useSyncExternalStore } from 'react';
import { accruedThisMonth } from '../../../preload/contract/accrued.ts';
import { textOf } from '../../../preload/contract/amounts.ts';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { RowSpark } from '../../charts/spark.tsx';
import type { Column } from '../../columns/column.ts';
import { pickerColumn } from '../../components/lists/selecting.tsx';
import { DropletStatus } from '../../components/status/droplet-status.tsx';
import { IncidentMark } from '../../components/status/incident-mark.tsx';
import { MiddleCut } from '../../components/status/middle-cut.tsx';
import { addressOf, addressText } from '../../droplet-actions/reach.ts';
import type { ColumnSet } from '../../hooks/use-columns.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useIsStale } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { byAddress, byName, byText, byUrgency } from '../../readings/droplet-order.ts';
import { costWords } from '../../words/cost.ts';
import { dropletWords } from '../../words/droplets.ts';
import { money } from '../../words/money.ts';
import { machine } from '../../words/sizes.ts';
import { age } from '../../words/times.ts';

const Status = ({ droplet }: { droplet: DropletRow }) => (
  <DropletStatus droplet={droplet} isQuiet={useIsStale(droplet.connectionId)} />
);

/** The page's clock at its lazy rate is enough, because an age changes once a minute at most. */
const Age = ({ sinceMs }: { sinceMs: number }) => age(sinceMs, useNow());

/** What it has cost this month by the preview of the invoice, which is read once for all of a team; else about, by price and age. */
const SoFar = ({ droplet }: { droplet: DropletRow }) => {
  const { soFar } = usePage();
  const now = useNow();
  const told = useSyncExternalStore(
    useCallback((listener: () => void) => soFar.subscribe(droplet, listener), [soFar, droplet]),
    () => soFar.get(droplet.key),
  );
  const { priceMonthlyUsd, priceHourlyUsd, createdAtMs } = droplet;
  if (told !== null) return <span title={costWords.soFarByPreview}>{money(told)}</span>;
  if (priceMonthlyUsd === null || createdAtMs === null) return '–';
  const about = accruedThisMonth({ monthlyUsd: priceMonthlyUsd, hourlyUsd: priceHourlyUsd }, createdAtMs, now);
  return <span title={costWords.soFarByAge}>{costWords.aboutSoFar(textOf(about))}</span>;
};

const words = dropletWords.columns;

/** Every column of the droplets list. To add one, add it here, and its title in `words/droplets.ts`. */
export const dropletColumns: readonly Column<DropletRow>[] = [
  pickerColumn(
    ({ key }) => key,
    ({ name }) => name,
  ),
  {
    key: 'name',
    title: words.name,
    track: { wide: 'minmax(120px, 1fr)', narrow: 'minmax(0, 1fr)' },
    rank: null,
    isNeeded: true,
    look: 'medium name',
    cell: ({ name, connectionId, regionSlug }) => (
      <>
        <MiddleCut text={name} />
        <IncidentMark connectionId={connectionId} familyId="droplets_list" regions={[regionSlug]} />
      </>
    ),
    compare: byName,
  },
  {
    key: 'status',
    title: words.status,
    track: { wide: '188px', narrow: 'minmax(0, 176px)' },
    rank: null,
    look: 'cut',
    cell: (droplet) => <Status droplet={droplet} />,
    compare: byUrgency,
  },
  {
    key: 'cpu',
    title: words.cpu,
    // As narrow as leaves room for the tags in a usual window.
    track: '40px',
    rank: 3,
    cell: ({ key }) => <RowSpark dropletKey={key} />,
  },
  {
    key: 'tags',
    title: words.tags,
    track: '104px',
    rank: 3,
    look: 'row cut tags',
    hint: ({ tags }) => tags.join(', '),
    cell: ({ tags }) =>
      tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      )),
  },
  {
    key: 'region',
    title: words.region,
    track: { wide: '40px', medium: '44px' },
    rank: 1,
    look: 'quiet',
    hint: ({ regionName }) => regionName,
    cell: ({ regionSlug }) => regionSlug || '–',
    compare: (a, b) => byText(a.regionSlug, b.regionSlug),
  },
  {
    key: 'size',
    title: words.size,
    track: { wide: '106px', medium: '108px' },
    rank: 1,
    look: 'quiet tabular cut',
    hint: ({ sizeSlug }) => sizeSlug,
    cell: ({ vcpus, memoryMb }) => machine(vcpus, memoryMb),
    compare: (a, b) => (a.memoryMb ?? 0) - (b.memoryMb ?? 0) || (a.vcpus ?? 0) - (b.vcpus ?? 0),
  },
  {
    key: 'address',
    title: words.address,
    track: { wide: '106px', medium: '108px' },
    rank: 2,
    look: (droplet) => `tabular cut ${addressOf(droplet) ? 'quiet' : 'faint'}`,
    cell: addressText,
    compare: byAddress,
  },
  {
    key: 'price',
    title: words.price,
    track: { wide: '64px', narrow: '58px' },
    rank: null,
    look: 'tabular',
    isRight: true,
    cell: ({ priceMonthlyUsd }) => money(priceMonthlyUsd),
    compare: (a, b) => (a.priceMonthlyUsd ?? 0) - (b.priceMonthlyUsd ?? 0),
  },
  {
    key: 'so-far',
    title: costWords.soFar,
    track: '92px',
    // Only where a wide window has room for it beside all others. Not sorted by: it grows by the hour, so that rows would jump.
    rank: 4,
    look: 'tabular quiet',
    isRight: true,
    cell: (droplet) => <SoFar droplet={droplet} />,
  },
  {
    key: 'age',
    title: words.age,
    track: '44px',
    rank: 2,
    look: 'faint tabular',
    isRight: true,
    cell: ({ createdAtMs }) => (createdAtMs === null ? '–' : <Age sinceMs={createdAtMs} />),
    // Those of unknown age are the oldest.
    compare: (a, b) => (b.createdAtMs ?? 0) - (a.createdAtMs ?? 0),
  },
];

export const dropletColumnSet: ColumnSet<DropletRow> = { id: 'droplets', columns: dropletColumns, gap: 12 };
