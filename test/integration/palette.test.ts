import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jobsOf } from '../../main/core/jobs/all.ts';
import type { JobOffer, JobThing } from '../../preload/contract/job.ts';
import { familyGroups } from '../../renderer/families/all.ts';
import type { PaletteEntry, PaletteGroup } from '../../renderer/palette/entries.ts';
import { groupsFor } from '../../renderer/palette/groups.ts';
import { createKnowledge, type Knowledge } from '../../renderer/palette/knowledge.ts';
import { wordsOf } from '../../renderer/readings/droplet-search.ts';
import { singularLabel } from '../../renderer/words/field-names.ts';
import { connected, endAll, type World } from '../doubles/core/core-on-demo.ts';
import { corePage } from '../doubles/page/core-page.ts';

/** The palette as a person uses it, over the whole core and the demo account, without what draws it. */

let world: World;
let opened: Awaited<ReturnType<typeof corePage>>;
let knowledge: Knowledge;
/** What the palette started, as `job thing`. */
let started: string[] = [];

beforeAll(async () => {
  world = await connected();
});
afterAll(endAll);

async function openPalette(): Promise<void> {
  opened = await corePage(world.buoy);
  started = [];
  const start = (offer: Pick<JobOffer, 'name'>, { row, id, familyId, connectionId }: JobThing) =>
    started.push(`${offer.name} ${id === '' ? `${familyId} ${connectionId}` : (row.name ?? id)}`);
  knowledge = createKnowledge(opened.page, start, () => {});
}

const deeds = {
  act: (type: string, droplet: { name: string }) => started.push(`${type} ${droplet.name}`),
  destroy: ({ name }: { name: string }) => started.push(`destroy ${name}`),
  pin: () => {},
};

/** Types a text and waits until nothing more is read for it, as the palette does between the last key and its reading. */
async function typed(text: string): Promise<readonly PaletteGroup[]> {
  const words = wordsOf(text);
  const { page, asked } = opened;
  const find = () => groupsFor(words, { page, deeds, teamId: null, own: [], knowledge });
  for (let before = -1; before < asked.length; ) {
    before = asked.length;
    await settled();
    knowledge.look(words, page.view.rows('connections'), find().isFound);
    await world.until(() => knowledge.reading().length === 0);
    find();
    await settled();
  }
  return find().groups;
}
/** Patches, rows and offers have arrived. */
async function settled(): Promise<void> {
  await world.clock.advance(200);
  await new Promise((resolve) => setTimeout(resolve, 10));
}
const entriesOf = (groups: readonly PaletteGroup[], title: string): readonly PaletteEntry[] =>
  groups.find((group) => group.title === title)?.entries ?? [];
const jobsFor = async (text: string): Promise<string[]> => entriesOf(await typed(text), 'Jobs').map(({ label }) => label);
/** Types a text and presses Enter. */
async function enter(text: string): Promise<void> {
  const [first] = (await typed(text)).flatMap(({ entries }) => entries);
  first?.run?.();
}

beforeEach(openPalette);

/**
 * What the palette has to find: the line, the thing that is meant, and the words that find it with the first Enter. A word with
 * a star may be in the name of a thing too, which then stands first.
 */
const rows: readonly [line: string, thing: string, words: string][] = [
  ['Redeploy storefront', 'storefront', 'redeploy deploy'],
  ['Edit variables: storefront…', 'storefront', 'variable variables env environment'],
  ['Restart storefront…', 'storefront', 'restart'],
  ['Logs storefront', 'storefront', 'logs log'],
  ['Copy address: storefront', 'storefront', 'url'],
  ['Copy connection string: db-main', 'db-main', 'connect string uri'],
  ['Add a connection pool: db-main…', 'db-main', 'pool'],
  ['Rotate password: shop of db-main…', 'shop db-main', 'password rotate'],
  ['Allow access: db-main…', 'db-main', 'allow trusted'],
  ['Download kubeconfig: harbour…', 'harbour', 'kubeconfig kubectl'],
  ['Upgrade harbour…', 'harbour', 'upgrade'],
  ['Scale general of harbour…', 'general harbour', 'scale nodes'],
  ['Open port: public-web…', 'public-web', 'port open allow ssh'],
  ['Add to firewall: web-01…', 'web-01', 'firewall'],
  ['Add record: shop.example.com…', 'shop.example.com', 'dns record a* cname txt*'],
  ['Copy value: www of shop.example.com', 'www shop.example.com', 'copy'],
  ['Attach old-uploads…', 'old-uploads', 'attach volume'],
  ['Detach web-assets…', 'web-assets', 'detach'],
  ['Grow web-assets…', 'web-assets', 'grow'],
  ['Assign to: 198.51.100.9…', '198.51.100.9', 'assign'],
  ['Copy 203.0.113.21', 'web-01', 'ip'],
  ['Purge cache: shop-images.fra1.cdn.digitaloceanspaces.com…', 'shop-images', 'purge cache cdn*'],
  ['Tag web-01…', 'web-01', 'tag'],
  ['Tag web-01…', 'web-01', 'untag'],
  ['Move to project: web-01…', 'web-01', 'project'],
  ['Resize web-01…', 'web-01', 'resize'],
  ['Take snapshot web-01', 'web-01', 'snapshot'],
  ['Restore web-01…', 'web-01', 'restore'],
  ['Disable backups web-01…', 'web-01', 'backup'],
  ['Pause docs.example.com', 'docs.example.com', 'pause silence'],
  ['Mute Workers hot', 'workers hot', 'mute silence'],
  ['Save as PDF: October 2026…', '', 'invoice bill pdf'],
];
const cases = rows.flatMap(([line, thing, words]) => words.split(' ').map((word) => [word, thing, line] as const));

describe('the palette on the demo account', () => {
  it.each(cases)('finds by “%s” and “%s”: %s', async (word, thing, line) => {
    const groups = await typed(`${word.replace('*', '')} ${thing}`);
    expect(entriesOf(groups, 'Jobs')[0]?.label).toBe(line);
    if (!word.endsWith('*')) expect(groups[0]?.title).toBe('Jobs');
    expect(opened.asked.length).toBeLessThanOrEqual(12);
  });

  it.each(['add secret storefront', 'remove variable storefront', 'set env storefront'])(
    'finds the variables of an app by “%s”',
    async (text) => {
      expect(await jobsFor(text)).toContain('Edit variables: storefront…');
    },
  );

  it('runs what Enter is on', async () => {
    await enter('redeploy store');
    await enter('purge images');
    await enter('kubeconfig lab');
    await enter('resize web-01');
    expect(started).toEqual([
      expect.stringMatching(/^redeploy /),
      expect.stringMatching(/^purge /),
      'kubeconfig lab',
      'resize web-01',
    ]);
    await enter('ip web-01');
    expect(opened.copied).toEqual(['203.0.113.21']);
  });

  it('lists by a verb alone the things that have that job, and asks only for the lists of those', async () => {
    expect(await jobsFor('kubeconfig')).toEqual(
      expect.arrayContaining(['Download kubeconfig: harbour…', 'Download kubeconfig: lab…']),
    );
    expect(await jobsFor('purge')).toHaveLength(2);
    expect(await jobsFor('mute')).toContain('Mute Workers hot');
    expect((await jobsFor('reboot')).length).toBeGreaterThan(3);
  });

  it.each([
    ['new domain', 'New domain…', 'domains_list'],
    ['create droplet', 'New droplet…', 'droplets_list'],
    ['new ssh', 'New SSH key…', 'sshKeys_list'],
    ['new load balancer', 'New load balancer…', 'loadBalancers_list'],
    ['create database', 'New database cluster…', 'databases_list_clusters'],
  ])('makes by “%s” a %s, by the job of its list', async (text, label, familyId) => {
    const [first] = (await typed(text)).flatMap(({ entries }) => entries);
    expect(first?.label).toBe(label);
    first?.run?.();
    const [team] = opened.page.view.rows('connections');
    expect(started).toEqual([`new ${familyId} ${team?.id}`]);
    // The words may also be about regions and applications, which have a job that makes a droplet.
    expect(opened.asked.length).toBeLessThanOrEqual(2);
  });

  it('makes what any family has by “new” and the family’s word, in singular and plural', async () => {
    const [{ id = '' } = {}] = opened.page.view.rows('connections');
    await settled();
    const made = familyGroups.flatMap(({ families }) =>
      families.filter(
        ({ id: family, create, inside, isFormer }) =>
          !isFormer && (jobsOf(family).some(({ isNew }) => isNew) || (create && !inside)),
      ),
    );
    expect(made.length).toBeGreaterThan(35);
    const found = (word: string) => knowledge.new(wordsOf(`new ${word}`), id).map((entry) => entry.id.split(' ')[1]);
    expect(made.filter((family) => found(singularLabel(family.title))[0] !== family.id).map(({ title }) => title)).toEqual([]);
    expect(made.filter((family) => !found(family.title).includes(family.id)).map(({ title }) => title)).toEqual([]);
  });

  it('makes by a form what has no job', async () => {
    const [{ id = '' } = {}] = opened.page.view.rows('connections');
    await settled();
    const [batch] = knowledge.new(wordsOf('new batch'), id);
    batch?.run?.();
    expect(opened.page.router.hash()).toMatch(/^#\/operations\/inference_create_batch/);
  });

  it('lists things, then jobs on the best of them, then views', async () => {
    const groups = await typed('storefront');
    expect(groups.map(({ title }) => title).slice(0, 2)).toEqual(['Resources', 'Jobs']);
    expect(
      entriesOf(groups, 'Jobs')
        .map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['Redeploy storefront', 'Logs storefront']);
    const titles = (await typed('billing')).map(({ title }) => title);
    expect(titles.indexOf('Views')).toBeLessThan(titles.indexOf('Families') + 1 || 99);
  });

  it('finds what is about all of a list, which runs on nothing in it', async () => {
    expect((await jobsFor('metrics credentials')).slice(0, 2)).toEqual([
      'Copy metrics credentials',
      'Change metrics credentials…',
    ]);
    const [copy] = entriesOf(await typed('prometheus password'), 'Jobs');
    copy?.run?.();
    const [connection] = opened.page.view.rows('connections');
    expect(started).toEqual([`copy-metrics databases_list_clusters ${connection?.id}`]);
  });

  it('shows by Tab on a thing its jobs, its pin and the lists inside it', async () => {
    const [domain] = entriesOf(await typed('domain shop.example.com'), 'Resources');
    const labels = domain?.inside?.().map(({ label }) => label) ?? [];
    expect(labels).toEqual(
      expect.arrayContaining(['Add record: shop.example.com…', 'Pin to the tray: shop.example.com', 'Records']),
    );
    const [droplet] = entriesOf(await typed('web-01'), 'Droplets');
    const commands = droplet?.inside?.().map(({ label }) => label) ?? [];
    expect(commands).toEqual(expect.arrayContaining(['Reboot web-01', 'Attach volume: web-01…', 'Destroy web-01…']));
    expect(new Set(commands).size).toBe(commands.length);
  });
});

describe('what the palette reads', () => {
  it('is nothing for fewer than three letters, nor for what is known already', async () => {
    await typed('st');
    await typed('web-01');
    await typed('reboot web-02');
    expect(opened.asked).toEqual([]);
  });

  it('is asked for once, however often one types, and not again when the palette is opened again', async () => {
    const first = opened.asked;
    await typed('certificate');
    await typed('certificates');
    await typed('certificat');
    expect(first).toEqual(['certificates_list']);
    opened.stop();
    await openPalette();
    await typed('certificate');
    // A page of its own knows what the core has read by its age.
    expect(opened.asked).toEqual([]);
  });

  it('is asked for again once it is ten minutes old, or something in it changed', async () => {
    await typed('replace certificate');
    expect(opened.asked).toEqual([]);
    await world.pass(700_000);
    await typed('replace certificat');
    expect(opened.asked).toEqual(['certificates_list']);
  });

  it('is no more than twelve lists while it is open once', async () => {
    await world.pass(700_000);
    for (const text of ['no-such-thing', 'nothing-at-all', 'delete nothing', 'rename nothing', 'change nothing', 'copy nothing'])
      await typed(text);
    expect(opened.asked).toHaveLength(12);
    expect(knowledge.isShort()).toBe(true);
  });

  it('is nothing while a person paused Buoy', async () => {
    await world.pass(700_000);
    await world.run({ kind: 'pause-polling', untilMs: null });
    await settled();
    await typed('storefront');
    expect(opened.asked).toEqual([]);
    await world.run({ kind: 'resume-polling' });
  });
});
