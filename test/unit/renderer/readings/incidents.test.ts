import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '../../../../preload/contract/view.ts';
import { regionsOf, touching } from '../../../../renderer/readings/incidents.ts';

const incident = (regions: string[], familyId: string | null = 'volumes_list'): IncidentRow => ({
  key: 'a',
  text: 'Trouble.',
  title: 'Trouble',
  statusText: 'Going on',
  impact: 'minor',
  startedAtMs: null,
  updatedAtMs: null,
  url: '',
  touches: [{ connectionId: 'c1', familyId, regions }],
});
const touches = (row: object, from: IncidentRow, connectionId = 'c1', familyId = 'volumes_list') =>
  touching([from], { connectionId, familyId, regions: regionsOf({ ...row }) }) !== null;

describe('an incident touches a row', () => {
  it.each<[string, boolean, boolean]>([
    ['of its family in its region', touches({ region: { slug: 'fra1' } }, incident(['fra1'])), true],
    ['whose region is a text', touches({ region: 'FRA1' }, incident(['fra1'])), true],
    ['whose region is shorter', touches({ region: 'fra' }, incident(['fra1'])), true],
    ['with one of several regions', touches({ regions: ['nyc1', 'fra1'] }, incident(['fra1'])), true],
    ['whose region is not known', touches({}, incident(['fra1'])), true],
    ['if it is everywhere', touches({ region: 'nyc1' }, incident([])), true],
    ['in another region', touches({ region: { slug: 'nyc1' } }, incident(['fra1'])), false],
    ['of another family', touches({ region: 'fra1' }, incident(['fra1']), 'c1', 'nfs_list'), false],
    ['of another team', touches({ region: 'fra1' }, incident(['fra1']), 'c2'), false],
    ['of no family', touches({ region: 'fra1' }, incident(['fra1'], null)), false],
  ])('%s', (_name, found, expected) => {
    expect(found).toBe(expected);
  });
});
