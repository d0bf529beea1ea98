import { describe, expect, it } from 'vitest';
import type { JobLevel, JobOffer } from '../../../../preload/contract/job.ts';
import { arranged } from '../../../../renderer/jobs/arrange.ts';

const offer = (name: string, level: JobLevel): JobOffer => ({
  name,
  label: name,
  level,
  isMain: false,
  offReason: null,
  keywords: '',
});
const offers = [
  offer('resize', 'disruptive'),
  offer('delete', 'destructive'),
  offer('copy', 'safe'),
  offer('move', 'disruptive'),
  offer('window', 'normal'),
  offer('import', 'disruptive'),
];
const names = (list: readonly JobOffer[]) => list.map(({ name }) => name);

describe('the jobs of a thing', () => {
  it('stand by distance, those that disrupt after the others and in their order, and what destroys apart', () => {
    const { shown, more, ending } = arranged(offers, 9);
    expect([names(shown), names(more), names(ending)]).toEqual([['copy', 'window', 'resize', 'move', 'import'], [], ['delete']]);
  });

  it('keep in sight what is wanted most, where there is room for some only', () => {
    const { shown, more } = arranged(offers, 2);
    expect([names(shown), names(more)]).toEqual([
      ['copy', 'resize'],
      ['window', 'move', 'import'],
    ]);
  });

  it('need no second place for a single one', () => {
    expect(names(arranged(offers, 4).more)).toEqual([]);
  });
});
