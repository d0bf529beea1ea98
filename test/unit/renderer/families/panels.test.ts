import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { designedFamily, familyGroups } from '../../../../renderer/families/all.ts';
import { itemOperations } from '../../../../renderer/families/operations.ts';
import { panelOf } from '../../../../renderer/families/panels/all.ts';
import type { Panel } from '../../../../renderer/families/panels/panel.ts';
import { emptyAbout } from '../../../doubles/invented/empty-about.ts';

const { operations } = await loadIndex();
const known = new Set(operations.map(({ id }) => id));
const index = await loadIndex();

const all = familyGroups.flatMap(({ families }) => families);
const described = all.flatMap((family): [string, Panel][] => {
  const panel = panelOf(family.id);
  return panel === null ? [] : [[family.id, panel]];
});

describe('descriptions of panels', () => {
  it('are there for every family of the side list', () => {
    expect(all.filter(({ id, inside }) => inside === undefined && panelOf(id) === null).map(({ id }) => id)).toEqual([]);
  });

  it.each(described)('%s: at most ten facts, each with a label of its own that begins with a capital', (_id, { facts }) => {
    const labels = facts.map(({ label }) => label);
    expect(labels.length).toBeLessThanOrEqual(10);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^[A-Z][\w-]*( [\w-]+)*$/);
  });

  it.each(described)(
    '%s: names reads, lists and operations that there are',
    (id, { facts, related = [], hides = [], queries = {}, counts = {} }) => {
      const reads = facts.flatMap(({ needs }) => needs ?? []);
      const lists = [...facts.flatMap(({ looksInto }) => looksInto ?? []), ...related.map(({ familyId }) => familyId)];
      const own = itemOperations(index, id);
      const onThing = new Set([...own.inside, ...own.changes, ...(own.read ? [own.read] : [])].map((operation) => operation.id));
      expect([...reads, ...Object.keys(queries), ...Object.keys(counts)].filter((one) => !known.has(one))).toEqual([]);
      expect(lists.filter((one) => one !== 'droplets_list' && designedFamily(one) === undefined)).toEqual([]);
      expect(hides.flatMap((one) => one.operations).filter((one) => !onThing.has(one))).toEqual([]);
      expect(Object.keys(queries).filter((one) => !reads.includes(one))).toEqual([]);
    },
  );

  it.each(described)('%s: bears a thing of which nothing is known', (_id, { facts, strips, related = [], webPage }) => {
    for (const fact of facts) {
      expect(Array.isArray(fact.say(emptyAbout))).toBe(true);
      expect(Array.isArray(fact.before?.(emptyAbout) ?? [])).toBe(true);
      expect(typeof (fact.isFor?.({}) ?? true)).toBe('boolean');
    }
    expect(Array.isArray(strips?.(emptyAbout) ?? [])).toBe(true);
    for (const relation of related) {
      if ('to' in relation) expect(relation.to(emptyAbout).filter((one) => one !== '')).toEqual([]);
      if ('from' in relation) expect(relation.from({}, emptyAbout)).toBe(false);
    }
    for (const id of ['x', 'a\ud800']) if (webPage) expect(webPage(id)).toMatch(/^https:\/\/cloud\.digitalocean\.com\//);
  });
});

describe('the next indexing of a knowledge base', () => {
  const says = (schedule: Record<string, unknown>) => {
    const fact = panelOf('genai_list_knowledge_bases')?.facts.find(({ label }) => label === 'Next indexing');
    const read = () => [{ indexing_info: schedule }];
    return JSON.stringify(fact?.say({ ...emptyAbout, read }));
  };

  it('is told with its time while the schedule is on, and only as off else: that time will not come', () => {
    const next = '2026-12-01T04:00:00Z';
    expect(says({ is_active: true, next_run_at: next })).toContain(String(Date.parse(next)));
    expect(says({ is_active: false, next_run_at: next })).not.toContain(String(Date.parse(next)));
    expect(says({ is_active: false, next_run_at: next })).toContain('Off');
  });
});
