import { codeWords, spelledOut } from '../../words/codes.ts';
import { factWords } from '../../words/facts/in-general.ts';
import { restWords } from '../../words/facts/rest.ts';
import { money } from '../../words/money.ts';
import { memory } from '../../words/sizes.ts';
import type { Item } from '../value.ts';
import { fact, type Panel } from './panel.ts';
import { at, copiedAt, itemsIn, line, listIn, numberIn, quiet, said, textIn, thing, until, words } from './says.ts';

/* What DigitalOcean offers, and what hangs on a droplet. */

const isOffered = (item: Item): string => (item.available === true ? factWords.yes : factWords.no);

export const sizes: Panel = {
  facts: [
    fact('Offered', said(isOffered)),
    fact(
      'Machine',
      said((item) =>
        restWords.machine(
          numberIn(item, 'vcpus') ?? 0,
          memory(numberIn(item, 'memory') ?? 0),
          factWords.gigabytes(numberIn(item, 'disk') ?? 0),
        ),
      ),
    ),
    fact('Kind', at('description')),
    fact('Transfer', at('transfer')),
    fact('An hour', at('price_hourly')),
    fact(
      'Regions',
      said((item) => listIn(item, 'regions').join(', ')),
    ),
  ],
};

export const regions: Panel = {
  facts: [
    fact('Name', at('name')),
    fact('Offered', said(isOffered)),
    fact(
      'Has',
      said((item) => listIn(item, 'features').map(spelledOut).join(', ')),
    ),
    fact(
      'Sizes',
      said((item) => String(listIn(item, 'sizes').length)),
    ),
  ],
};

export const oneClicks: Panel = {
  facts: [
    fact(
      'Application',
      said((item) => spelledOut(textIn(item, 'slug'))),
    ),
    fact(
      'For',
      said((item) => codeWords('type', textIn(item, 'type')) ?? textIn(item, 'type')),
    ),
    fact('API name', copiedAt('slug')),
  ],
};

export const backupPolicies: Panel = {
  facts: [
    fact('Droplet', ({ item }) =>
      line(textIn(item, 'droplet_id') === '' ? null : thing('droplets_list', textIn(item, 'droplet_id'))),
    ),
    fact(
      'On',
      said((item) => (item.backup_enabled === true ? factWords.yes : factWords.no)),
    ),
    fact(
      'Plan',
      said((item) => spelledOut(textIn(item, 'backup_policy.plan'))),
    ),
    fact('When', ({ item }) => {
      const [day, hour] = [textIn(item, 'backup_policy.weekday'), numberIn(item, 'backup_policy.hour')];
      return line(
        words(day === '' ? restWords.everyDay : (codeWords('weekday', day) ?? day)),
        hour === null ? null : quiet(restWords.utc(hour)),
      );
    }),
    fact('Next', ({ item }) => line(until((item.next_backup_window as Item | null | undefined)?.start))),
  ],
};

export const appRegions: Panel = {
  facts: [
    fact('Name', at(['label', 'slug'])),
    fact(
      'Offered',
      said((item) => (item.disabled === true ? factWords.no : factWords.yes)),
    ),
    fact('Continent', at('continent')),
    fact(
      'Data centres',
      said((item) => listIn(item, 'data_centers').join(', ')),
    ),
  ],
};

export const instanceSizes: Panel = {
  facts: [
    fact('Name', at(['name', 'slug'])),
    fact(
      'Machine',
      said((item) => restWords.instance(numberIn(item, 'cpus') ?? 0, memory((numberIn(item, 'memory_bytes') ?? 0) / 1_048_576))),
    ),
    fact(
      'CPU',
      said((item) => spelledOut(textIn(item, 'cpu_type'))),
    ),
    fact('A month', at('usd_per_month')),
    fact(
      'Scales by itself',
      said((item) => (item.scalable === true ? factWords.yes : factWords.no)),
    ),
  ],
};

export const acceleratorSizes: Panel = {
  facts: [fact('Size', at('gpu_slug')), fact('Region', at('region')), fact('An hour', at('price_per_hour'))],
};

export const addOnCatalogue: Panel = {
  facts: [
    fact('App', at(['app_name', 'app_slug'])),
    fact('Plans', ({ item }) =>
      itemsIn(item, 'plans').map((one) => {
        const price = numberIn(one, 'price_per_month');
        return [
          words(textIn(one, 'display_name') || textIn(one, 'slug')),
          ...(price === null ? [] : [quiet(restWords.perMonth(money(price)))]),
        ];
      }),
    ),
    fact('Terms', copiedAt('tos')),
  ],
};
