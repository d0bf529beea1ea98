import { describe, expect, it } from 'vitest';
import { findOperation } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { coverageText, sumsOf } from '../../../../scripts/coverage-api/table.ts';
import type { Covered } from '../../../../scripts/coverage-api/walk.ts';

async function covered(id: string, change: Partial<Covered> = {}): Promise<Covered> {
  const { operation } = await findOperation(id);
  return { operation, uncallable: null, unanswered: null, isListing: false, isDesigned: false, ...change };
}

describe('the coverage table', () => {
  it('has a line for each tag and one for all', async () => {
    const text = coverageText([
      await covered('droplets_list', { isListing: true, isDesigned: true }),
      await covered('droplets_list_kernels', { isListing: true }),
      await covered('tags_delete'),
    ]);
    expect(text.split('\n').slice(0, 4)).toEqual([
      'Tag       Operations  Callable  Answered  Designed lists',
      'Droplets           2         2         2             1/2',
      'Tags               1         1         1',
      'All                3         3         3             1/2',
    ]);
  });

  it('leaves out of the sums an operation that cannot be called or is not answered, and says why', async () => {
    const ones = [
      await covered('tags_list'),
      await covered('tags_delete'),
      await covered('tags_create', { uncallable: 'no name' }),
      await covered('tags_get', { unanswered: 'answered 500' }),
    ];
    expect(sumsOf(ones)).toEqual({ required: 1, all: 2 });
    expect(coverageText(ones)).toContain('tags_create cannot be called: no name\ntags_get was not answered: answered 500');
  });
});
