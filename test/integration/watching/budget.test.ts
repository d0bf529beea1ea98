import { describe, expect, it } from 'vitest';
import { pinnedThings, watchFor } from '../../doubles/core/watched-hours.ts';

describe('the requests of watching', () => {
  it('stay within 200 an hour for a quiet team of 200 droplets with 5 policies and 5 checks', async () => {
    const { busiestHour, asked, view } = await watchFor({ droplets: 200, policies: 5, checks: 5 }, 2);
    expect(busiestHour).toBeLessThanOrEqual(200);
    const states = asked.filter(({ path }) => path.endsWith('/state'));
    expect(new Set(states.map(({ path }) => path)).size).toBe(5);
    expect(view.tables.checks.map(({ status }) => status)).toEqual(['up', 'up', 'up', 'up', 'up']);
    // The whole list of policies is about hundreds of pairs: the page says what the budget gives up.
    expect(view.tables.watching[0]?.policiesText).toMatch(/The budget allows \d+ of \d+ pairs/);
  });

  it.each([10, 100, 1000])(
    'stay within a fifth of the hour with everything else for %i droplets, 20 policies, 50 checks',
    async (droplets) => {
      const { busiestHour, asked, view } = await watchFor({ droplets, policies: 20, checks: 50 }, 1.5);
      expect(busiestHour).toBeLessThanOrEqual(1000);
      // Every check is looked at, also beyond the first 25, and again within the hour.
      const states = Map.groupBy(
        asked.filter(({ path }) => path.endsWith('/state')),
        ({ path }) => path,
      );
      expect(states.size).toBe(50);
      expect(Math.min(...[...states.values()].map((looks) => looks.length))).toBeGreaterThanOrEqual(5);
      expect(view.tables.checks.every(({ lookedAtMs }) => lookedAtMs !== null && view.nowMs - lookedAtMs < 1_800_000)).toBe(true);
      // Things in production get their looks; of others more and more have had their turn.
      const metrics = asked.filter(({ path }) => path.includes('/metrics/'));
      const late = new Set(metrics.filter(({ atMs }) => atMs > 3_600_000).map(({ about }) => about));
      expect(late.has('101')).toBe(true);
      expect(new Set(metrics.map(({ about }) => about)).size).toBeGreaterThanOrEqual(Math.min(droplets, 8));
    },
  );

  it.each([10, 100, 1000])(
    'stay within it with pins and sparks too, and every list keeps its pace, for %i droplets watched as closely as can be',
    async (droplets) => {
      const settings = { ...pinnedThings(), polling: { watching: 'close' } };
      const { busiestHour, asked, spared } = await watchFor({ droplets, policies: 20, checks: 50 }, 2, settings, true);
      expect(busiestHour).toBeLessThanOrEqual(1000);
      const inSecondHour = (path: string) => asked.filter((one) => one.path === path && one.atMs > 3_600_000).length;
      const pages = Math.ceil(droplets / 200);
      expect([droplets, inSecondHour('/v2/actions')]).toEqual([droplets, expect.toSatisfy((times: number) => times >= 50)]);
      expect(inSecondHour('/v2/droplets')).toBeGreaterThanOrEqual(Math.min(55, 60 / pages) * pages * 0.75);
      // Pins are read, and sparks are what is left out.
      expect(inSecondHour('/v2/apps')).toBeGreaterThanOrEqual(10);
      if (droplets === 1000) expect(spared).toBeGreaterThan(0);
    },
  );

  it('grow when the person wants to watch closely, within the fifth', async () => {
    const { busiestHour } = await watchFor({ droplets: 100, policies: 20, checks: 50 }, 1.25, { polling: { watching: 'close' } });
    expect(busiestHour).toBeGreaterThan(600);
    expect(busiestHour).toBeLessThanOrEqual(1000);
  });

  it('come to every one of 12 droplets in turns', async () => {
    const { asked } = await watchFor({ droplets: 12, policies: 1, checks: 0 }, 2.5);
    const looks = Map.groupBy(
      asked.filter(({ path }) => path.includes('/metrics/')),
      ({ about }) => about,
    );
    expect(looks.size).toBe(12);
  });
});
