import { moneyAMonth } from '../../words/money.ts';
import { machine } from '../../words/sizes.ts';
import type { PickerOption } from './option.ts';

type Row = Readonly<Record<string, unknown>>;

const textAt = (row: Row, name: string): string | null => {
  const value = row[name];
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null;
};

/** Turns rows of a family into options: the value to send, a label, and a detail that tells things of the same name apart. */
export function optionsOf(familyId: string, rows: readonly Row[], idAt: readonly string[]): PickerOption[] {
  return rows.flatMap((row) => {
    const value = idAt.map((name) => row[name]).find((one) => (typeof one === 'string' && one !== '') || typeof one === 'number');
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const fingerprint = textAt(row, 'fingerprint');
    const also = fingerprint === null || fingerprint === value ? {} : { also: [fingerprint] };
    return [{ value, ...(described[familyId]?.(row) ?? named(row, value)), ...also }];
  });
}

type Described = Pick<PickerOption, 'label' | 'detail'>;

function named(row: Row, value: string | number): Described {
  const label = textAt(row, 'name') ?? textAt(row, 'title') ?? textAt(row, 'label') ?? textAt(row, 'slug') ?? String(value);
  const region = row.region;
  const place =
    typeof region === 'string' ? region : typeof region === 'object' && region !== null ? textAt(region as Row, 'slug') : null;
  const detail = label === String(value) ? place : ([place, shortId(value)].filter(Boolean).join(' · ') as string | null);
  return { label, detail: detail ?? '' };
}

/** The first part of a UUID is enough to tell the things of a list apart. */
const shortId = (value: string | number): string => String(value).replace(/^([\da-f]{8})-[\da-f-]{27}$/i, '$1…');

const described: Record<string, (row: Row) => Described | null> = {
  regions_list: (row) => ({
    label: textAt(row, 'name') ?? textAt(row, 'slug') ?? '',
    detail: textAt(row, 'slug') ?? '',
  }),
  sizes_list: (row) => {
    const [vcpus, memory, price] = [row.vcpus, row.memory, row.price_monthly];
    if (typeof vcpus !== 'number' || typeof memory !== 'number') return null;
    const cost = typeof price === 'number' ? ` · ${moneyAMonth(price)}` : '';
    return { label: machine(vcpus, memory), detail: `${textAt(row, 'slug') ?? ''}${cost}` };
  },
  images_list: (row) => {
    const label = [textAt(row, 'distribution'), textAt(row, 'name')].filter(Boolean).join(' ');
    return { label, detail: textAt(row, 'slug') ?? textAt(row, 'id') ?? '' };
  },
  apps_list: (row) => {
    const spec = row.spec;
    const name = typeof spec === 'object' && spec !== null ? textAt(spec as Row, 'name') : null;
    return name === null ? null : { label: name, detail: shortId(textAt(row, 'id') ?? '') };
  },
  reservedIPs_list: (row) => assigned(row),
  floatingIPs_list: (row) => assigned(row),
};

function assigned(row: Row): Described {
  const droplet = row.droplet;
  const name = typeof droplet === 'object' && droplet !== null ? textAt(droplet as Row, 'name') : null;
  return { label: textAt(row, 'ip') ?? '', detail: name ?? '' };
}
