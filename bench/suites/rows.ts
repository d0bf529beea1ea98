import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Droplet } from '../../main/core/digitalocean/resources/droplets.ts';
import { reduce } from '../../main/core/state/reduce.ts';
import { fullView } from '../../main/core/view/tables.ts';
import { createViewOf } from '../../main/core/view/view.ts';
import { build } from '../../scripts/build/build.ts';
import { demoDroplets, hostFacts, stateWith } from '../many-droplets.ts';
import { type PageData, servePage } from '../page-server.ts';
import { type BenchRow, median, rowsFor, type Suite } from '../row.ts';

const many = 10_000;
const few = 100;
const rounds = 7;
const familyId = 'volumes_list';
const script = readFileSync(join(import.meta.dirname, '../page-script.js'), 'utf8');

/** What `page-script.js` adds to the page. */
interface InPage {
  bench: {
    open(hash: string): Promise<number>;
    lines(): number;
    change(index: number): Promise<{ ms: number; drawn: number }>;
  };
}

export const rows: Suite = {
  name: 'rows',
  about: 'The built page in Chromium, over a host that answers from memory: 10,000 rows against 100, and one changed row.',
  async run({ say }) {
    await build();
    say('rows: reading droplets');
    const droplets = await demoDroplets(many);
    const server = await servePage({ many: dataOf(droplets), few: dataOf(droplets.slice(0, few)) });
    const executablePath = process.env.BUOY_BROWSER;
    const args = ['--no-sandbox', '--force-prefers-reduced-motion'];
    const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
    try {
      const [manyPage, fewPage] = [await openPage(browser, server.url, 'many'), await openPage(browser, server.url, 'few')];
      say('rows: opening lists');
      const list = await opened(manyPage, fewPage, '#/droplets');
      const changes = await changed(manyPage);
      const family = await opened(manyPage, fewPage, `#/resources/${familyId}`);
      return [
        ...rowsOf('droplets', list),
        rowsFor('rows', 'one droplet changed')('lines redrawn', changes.drawn, 'lines', 'lines on the screen', changes.lines),
        rowsFor('rows', 'one droplet changed')('until it is on the page', changes.ms, 'ms'),
        ...rowsOf('resource family', family),
      ];
    } finally {
      await browser.close();
      server.close();
    }
  },
};

const rowsOf = (name: string, { ms, fewMs, lines }: Opened): BenchRow[] => [
  rowsFor('rows', `${name}, ${many} rows`)('opening', ms, 'ms', `${few} rows`, fewMs),
  rowsFor('rows', `${name}, ${many} rows`)('lines in the page', lines, 'lines', `${many} rows`, many),
];

/** The view that the core makes of these droplets, with a family that has as many rows. */
function dataOf(droplets: readonly Droplet[]): PageData {
  const atMs = Date.now();
  const freshness = { fetchedAtMs: atMs, isFetching: false, isStale: false, failure: null };
  const shown = { count: droplets.length, freshness, revision: 1, note: null, isSingle: false };
  const resource = { key: `c1/${familyId}`, connectionId: 'c1', familyId, ...shown };
  const state = reduce(stateWith(droplets, atMs), { type: 'resource-changed', resource });
  const items = droplets.map((droplet, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `volume-of-${droplet.name}`,
    region: { slug: droplet.regionSlug, name: droplet.regionName },
    droplet_ids: [droplet.id],
    size_gigabytes: 10 + (index % 90),
    created_at: new Date(droplet.createdAtMs ?? atMs).toISOString(),
    tags: droplet.tags,
  }));
  return { view: fullView(createViewOf(hostFacts)(state, atMs), 1, atMs), items };
}

async function openPage(browser: Browser, url: string, data: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  await page.addInitScript({ content: script });
  await page.goto(`${url}?data=${data}#/overview`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

interface Opened {
  ms: number;
  fewMs: number;
  lines: number;
}

/** Both pages in turns, so that other work of the machine affects both. */
async function opened(manyPage: Page, fewPage: Page, hash: string): Promise<Opened> {
  const open = async (page: Page) => {
    await page.bringToFront();
    return page.evaluate((to) => (globalThis as unknown as InPage).bench.open(to), hash);
  };
  const times = { many: [] as number[], few: [] as number[] };
  let lines = 0;
  for (let round = -1; round < rounds; round += 1) {
    const ms = { few: await open(fewPage), many: await open(manyPage) };
    lines = await manyPage.evaluate(() => (globalThis as unknown as InPage).bench.lines());
    // The first run loads and compiles code, which has nothing to do with the rows.
    if (round < 0) continue;
    times.many.push(ms.many);
    times.few.push(ms.few);
  }
  return { ms: median(times.many), fewMs: median(times.few), lines };
}

async function changed(page: Page): Promise<{ drawn: number; ms: number; lines: number }> {
  await page.bringToFront();
  await page.evaluate(() => (globalThis as unknown as InPage).bench.open('#/droplets'));
  const results: { ms: number; drawn: number }[] = [];
  for (let index = 2; index < 2 + rounds; index += 1)
    results.push(await page.evaluate((at) => (globalThis as unknown as InPage).bench.change(at), index));
  const lines = await page.evaluate(() => (globalThis as unknown as InPage).bench.lines());
  return { drawn: Math.max(...results.map(({ drawn }) => drawn)), ms: median(results.map(({ ms }) => ms)), lines };
}
