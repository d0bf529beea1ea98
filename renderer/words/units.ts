import { isMetricType, metricWords } from '../../preload/contract/metric-words.ts';
import { duration } from '../../preload/contract/time-words.ts';
import { wholeNumber } from './locale.ts';
import { hourlyMoney, money, owed } from './money.ts';
import { memory } from './sizes.ts';

/** How a number of a unit reads. */
type Say = (value: number) => string;

const number = (value: number, digits = 1): string =>
  Number.isInteger(value) ? wholeNumber(value) : String(Number(value.toFixed(digits)));

/** "750 bytes", "1.5 GiB": powers of 1,024, with the names that say so. */
const binary = (value: number, units: readonly string[]): string => {
  const step = Math.abs(value) < 1 ? 0 : Math.min(Math.floor(Math.log2(Math.abs(value)) / 10), units.length - 1);
  const shown = value / 1024 ** step;
  return `${number(shown, Math.abs(shown) >= 100 ? 0 : 1)} ${units[step]}`;
};

const gigabytes: Say = (value) => {
  if (value > 0 && value < 1) return `${number(value * 1000, value < 0.01 ? 1 : 0)} MB`;
  return value >= 1000 && value % 1000 === 0 ? `${number(value / 1000)} TB` : `${number(value)} GB`;
};
const time =
  (unitMs: number): Say =>
  (value) =>
    value < 0 ? String(value) : value > 0 && value * unitMs < 1000 ? `${number(value * unitMs, 2)} ms` : duration(value * unitMs);

const bytes: Say = (value) => binary(value, ['bytes', 'KiB', 'MiB', 'GiB', 'TiB']);
const percent: Say = (value) => `${number(value)} %`;

/**
 * Units by the name of the field. The first that fits decides. DigitalOcean bills disks, backups and transfer by powers of 1,000
 * and calls them GB and TB; the memory of a machine is what people call 1 GB for 1,024 MB; where a name says GiB, MiB or bytes it
 * counts by 1,024.
 * https://docs.digitalocean.com/reference/api/digitalocean/
 */
const units: readonly (readonly [RegExp, Say])[] = [
  [/_in_cents$/, (value) => money(value / 100)],
  [/^usd_per_second$/, (value) => (value === 0 ? money(0) : `$${value.toFixed(9).replace(/0+$/, '')}`)],
  [/price_(hourly|per_)(?!month)|_price_per_|_cost$/, hourlyMoney],
  [/^price$|price_(monthly|per_month)$|^usd_per_month$|_(per_month|usage)$|^(total_)?(amount|cost)$/, money],
  [/_balance$/, (value) => owed(String(value))],
  [/(^|_)bytes(_(done|total|indexed))?$|^file_size$/, bytes],
  [/(^|_)gib$/, (value) => `${number(value)} GiB`],
  [/(^|_)mib$/, (value) => binary(value, ['MiB', 'GiB', 'TiB'])],
  [/^memory$/, memory],
  [/^(disk|min_disk_size)$|(^|_)(gigabytes|gb)$/, gigabytes],
  [/(^|_)mb$/, (value) => `${number(value)} MB`],
  [/^transfer$/, (value) => `${number(value)} TB`],
  [/_mbps$/, (value) => (value >= 1000 && value % 1000 === 0 ? `${number(value / 1000)} Gbit/s` : `${number(value)} Mbit/s`)],
  [/(^|_)(percent|percentage|pct)$/, percent],
  [/^(target|current)_(cpu|memory)_utilization$/, (value) => percent(value <= 1 ? value * 100 : value)],
  [/(^|_)seconds$|^ttl$/, time(1000)],
  [/(^|_)(ms|milliseconds)$/, time(1)],
  [/(^|_)ns$/, time(1e-6)],
  [/(^|_)minutes$/, time(60_000)],
  [/(^|_)hours$/, time(3_600_000)],
  [/_days$/, time(86_400_000)],
];

/** Names that end like a unit and are none: a count, a setting of a database, a date. */
const without = /^(usage|cost_limit|possible_window_starts)$|_cost_(delay|limit)$/;

const ofField = new Map<string, Say | null>();

function unitOf(field: string): Say | null {
  const known = ofField.get(field);
  if (known !== undefined) return known;
  const found = without.test(field) ? undefined : units.find(([name]) => name.test(field));
  const say = found?.[1] ?? null;
  ofField.set(field, say);
  return say;
}

/** A number, also one that the API sends as text; `null` for anything else. */
export function numberOf(value: unknown): number | null {
  const found = typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : value;
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

/**
 * A value with the unit that its field's name says, such as "25 GB" or "$18.00"; `null`: it is no number, or the field has no
 * unit. `beside` holds the fields of the same object: some of them name the unit of their neighbour.
 */
export function quantityOf(field: string, value: unknown, beside: Readonly<Record<string, unknown>> = {}): string | null {
  const found = numberOf(value);
  if (found === null) return null;
  if (field === 'value' && typeof beside.type === 'string' && isMetricType(beside.type)) {
    return `${number(found, 2)}${metricWords(beside.type).unit}`;
  }
  const named = beside[field === 'amount' ? 'unit' : `${field}_unit`];
  if (typeof named === 'string' && named !== '')
    return `${number(found, 2)} ${namedUnits[named.toLowerCase()] ?? named.toLowerCase()}`;
  return unitOf(field)?.(found) ?? null;
}

/** Units as the API writes them beside a number. */
const namedUnits: Readonly<Record<string, string>> = {
  gib: 'GiB',
  mib: 'MiB',
  tib: 'TiB',
  gb: 'GB',
  mb: 'MB',
  tb: 'TB',
  hours: 'h',
  hour: 'h',
};
