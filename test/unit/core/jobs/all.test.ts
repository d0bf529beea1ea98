import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { jobsOf, makersOf } from '../../../../main/core/jobs/all.ts';
import { offersFor } from '../../../../main/core/jobs/engine/offers.ts';
import type { Ask } from '../../../../main/core/jobs/job.ts';
import { thingOf } from '../../../../main/core/jobs/thing.ts';
import { countedThings } from '../../../../main/core/words/family-nouns.ts';

const { operations } = await loadIndex();
const families = operations.map(({ id }) => [id, jobsOf(id)] as const).filter(([, jobs]) => jobs.length > 0);
const every = families.flatMap(([id, jobs]) => jobs.map((job) => [`${id} ${job.name}`, job] as const));

describe('the jobs of a droplet that is archived', () => {
  const offers = (status: string) =>
    offersFor(
      thingOf({ connectionId: 'c1', familyId: 'droplets_list', id: '1', parent: {}, row: { id: 1, name: 'web-01', status } }),
    );

  it('are all off but for destroying it, and say why', () => {
    const left = offers('archive').filter(({ offReason }) => offReason !== 'web-01 is archived.');
    expect(left.map(({ name }) => name)).toEqual(['destroy']);
    expect(offers('active').filter(({ offReason }) => offReason === null).length).toBeGreaterThan(5);
  });
});

describe('the jobs of all families', () => {
  it('belong to listings of the catalogue', () => {
    expect(families.map(([id]) => id)).toContain('volumes_list');
    const listed = operations.filter(({ method }) => method === 'GET').map(({ id }) => id);
    expect(families.map(([id]) => id).filter((id) => !listed.includes(id))).toEqual([]);
  });

  it.each(families)('%s: each has a name of its own', (_id, jobs) => {
    const names = jobs.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('makes things of listings of the catalogue, each by jobs with names of their own', () => {
    const made = every.flatMap(([, { makes }]) => (makes === undefined ? [] : [makes]));
    expect(made).toContain('domains_list_records');
    const listed = operations.map(({ id }) => id);
    expect(made.filter((id) => !listed.includes(id))).toEqual([]);
    for (const id of listed) {
      const names = makersOf(id).map(({ job }) => job.name);
      expect(new Set(names).size, id).toBe(names.length);
    }
  });

  // Two under the head of a panel; of jobs that exclude each other, such as attach and detach, only one is there at a time.
  it.each(families)('%s: at most two that are always there are main', (_id, jobs) => {
    expect(jobs.filter(({ isMain, isFor }) => isMain && !isFor).length).toBeLessThanOrEqual(2);
  });

  it.each(families.filter(([, jobs]) => jobs.some(({ isNew }) => isNew)))(
    '%s: what makes another one is offered with the list, and on no thing of it',
    (id, jobs) => {
      const makers = jobs.flatMap(({ isNew, name }) => (isNew ? [name] : []));
      const place = { connectionId: 'c1', familyId: id, parent: {}, row: {} };
      const onThing = offersFor(thingOf({ ...place, id: '1' })).map(({ name }) => name);
      const withList = offersFor(thingOf({ ...place, id: '' })).map(({ name }) => name);
      expect(onThing.filter((name) => makers.includes(name))).toEqual([]);
      expect(withList).toEqual(expect.arrayContaining(makers));
    },
  );

  it.each(every)('%s: its button says in words what it does', (_id, { label, submitLabel = label }) => {
    for (const words of [label, submitLabel]) expect(words).toMatch(/^[A-Z][^_]*$/);
    expect(label).not.toMatch(/\.\.\.$/);
  });

  it.each(families)('%s: its things have a name of their own in sentences, one and several', (id) => {
    const [one, several] = [countedThings(id, 1), countedThings(id, 2)];
    expect(one).not.toBe('1 thing');
    expect(several).not.toBe(one.replace('1', '2'));
  });

  // Four buttons in the bar of a selection, beside those that are behind "More".
  it.each(families)('%s: at most four buttons stand in the bar of a selection', (_id, jobs) => {
    const main = jobs.flatMap(({ forMany, name }) => (forMany?.isMain ? [forMany.group ?? name] : []));
    expect(new Set(main).size).toBeLessThanOrEqual(4);
  });

  it.each(every.filter(([, { forMany }]) => forMany?.how === 'one by one' && forMany.isSentUnread))(
    '%s: its steps are the same whatever opening it read',
    (id, job) => {
      const thing = thingOf({ connectionId: 'c1', familyId: id.split(' ')[0] ?? '', id: '1', parent: {}, row: {} });
      const context = {
        thing,
        droplets: new Map(),
        team: 'Team',
        nowMs: 0,
        lastAddresses: '',
        makePassword: () => 'p',
        ask: {} as Ask,
      };
      const read = { base: { name: 'a' }, record: { id: 1 }, alerts: [{ name: 'b' }], wearers: [{ id: '2', kind: 'image' }] };
      const unread = job.plan({}, context, {});
      expect(unread.steps).toEqual(job.plan({}, context, { data: read }).steps);
      expect(unread.done([])).not.toContain('undefined');
    },
  );

  it.each(every.filter(([, { forMany }]) => forMany !== undefined))(
    '%s: for many it gives no file, no secret and nothing to copy',
    (_id, { level, name }) => {
      expect(level).not.toBe('safe');
      expect(name).not.toMatch(/^copy-(?!to-)/);
    },
  );

  it.each(every.filter(([, { level }]) => level === 'disruptive' || level === 'destructive'))(
    '%s: its button says that it asks first',
    (_id, { label }) => {
      expect(label).toMatch(/…$/);
    },
  );
});
