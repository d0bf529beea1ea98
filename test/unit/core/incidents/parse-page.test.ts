import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../main/core/incidents/parse-page.ts';

const region = (id: string, name: string, group_id: string | null) => ({ id, name, group_id, status: 'operational' });
const components = [
  region('v', 'Volumes', null),
  region('v-fra1', 'FRA1', 'v'),
  region('v-all', 'Global', 'v'),
  region('api', 'API', null),
];
const incident = (fields: object) => ({
  id: 'abc',
  name: 'Slow',
  status: 'identified',
  impact: 'major',
  created_at: '2026-11-26T10:00:00Z',
  updated_at: '2026-11-26T11:00:00Z',
  components: [],
  ...fields,
});
const partsOf = (fields: object) => parsePage({ components, incidents: [incident(fields)] })?.[0]?.parts;

describe('the summary of a status page', () => {
  it('tells what is not over', () => {
    const page = {
      components,
      incidents: [incident({}), incident({ id: 'b', status: 'resolved' }), incident({ id: 'c', status: 'new word' })],
    };
    expect(parsePage(page)).toEqual([
      {
        id: 'abc',
        title: 'Slow',
        impact: 'major',
        status: 'identified',
        startedAtMs: Date.UTC(2026, 10, 26, 10),
        updatedAtMs: Date.UTC(2026, 10, 26, 11),
        parts: [],
      },
      expect.objectContaining({ id: 'c', status: 'unknown' }),
    ]);
  });

  it.each<[string, object, object[]]>([
    ['a region of a product', { components: [region('v-fra1', 'FRA1', 'v')] }, [{ product: 'Volumes', regionSlug: 'fra1' }]],
    ['a product everywhere', { components: [region('v-all', 'Global', 'v')] }, [{ product: 'Volumes', regionSlug: null }]],
    [
      'a region whose group stands in the page alone',
      { components: [{ id: 'v-fra1', name: 'FRA1' }] },
      [{ product: 'Volumes', regionSlug: 'fra1' }],
    ],
    ['a product without regions', { components: [region('api', 'API', null)] }, [{ product: 'API', regionSlug: null }]],
    [
      'a product without regions, whose title names two',
      { name: 'Networking in FRA1 and ams3', components: [region('api', 'API', null)] },
      [
        { product: 'API', regionSlug: 'fra1' },
        { product: 'API', regionSlug: 'ams3' },
      ],
    ],
    ['a group that is not in the page', { components: [region('x', 'NYC1', 'gone')] }, [{ product: 'NYC1', regionSlug: null }]],
    ['nothing that can be read', { components: [null, 7, { id: 'x' }] }, []],
    ['no list', { components: 'all' }, []],
  ])('names %s', (_what, fields, parts) => {
    expect(partsOf(fields)).toEqual(parts);
  });

  it.each([null, 'page', [], {}, { incidents: 'none' }])('is none if it says %j', (body) => {
    expect(parsePage(body)).toBeNull();
  });

  it('leaves out an incident without a name', () => {
    expect(parsePage({ incidents: [incident({ name: undefined }), null] })).toEqual([]);
  });

  it('shortens a title that no line could hold, and leaves out what has an id of that kind', () => {
    const [one] = parsePage({ incidents: [incident({ name: `${'x'.repeat(198)}\u{1f525}${'y'.repeat(1_000_000)}` })] }) ?? [];
    expect([one?.title.length, one?.title.isWellFormed(), one?.title.at(-1)]).toEqual([200, true, '…']);
    expect(parsePage({ incidents: [incident({ id: 'i'.repeat(1_000_000) })] })).toEqual([]);
  });

  it('looks at fifty incidents of a page that names thousands', () => {
    expect(parsePage({ incidents: Array.from({ length: 5000 }, (_, at) => incident({ id: `i${at}` })) })).toHaveLength(50);
  });
});
