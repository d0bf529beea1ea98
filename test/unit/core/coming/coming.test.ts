import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { comingOf } from '../../../../main/core/coming/all.ts';
import type { DateSource } from '../../../../main/core/fetched/dates.ts';
import type { ConnectionState } from '../../../../main/core/state/state.ts';
import { aCertificate, aSource, inDays, sourcesOf } from '../../../doubles/core/date-sources.ts';
import { connectionIn, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';

const comingWith = (sources: readonly DateSource[], fields: Partial<ConnectionState> = {}, nowMs = startMs) =>
  comingOf(connectionIn(loadedState({ dates: sourcesOf(...sources), ...fields })), nowMs);
/** What is coming, besides the token of which nothing is known. */
const lines = (...sources: readonly DateSource[]) => comingWith(sources).filter(({ kind }) => kind !== 'tokens');

const sunday = { day: 'sunday', time: '04:00', lastsMs: 4 * 3_600_000 };
const aDatabase = (own: object = {}) => ({
  id: 'd1',
  name: 'db-main',
  engine: 'pg',
  version: '15',
  endsAtMs: null,
  window: null,
  isPending: false,
  updates: [],
  ...own,
});
const engines = (versions: string[], ends: { version: string; atMs: number }[] = []) =>
  aSource('engine', [{ id: 'pg', versions, ends }]);
const aCluster = (own: object = {}) => ({
  id: 'k1',
  name: 'harbour',
  version: '1.33.5-do.1',
  window: sunday,
  isAutomatic: true,
  ...own,
});
const upgrades = (...versions: string[]) => aSource('upgrade', [{ id: 'k1', versions }], { inside: 'k1' });

describe('certificates', () => {
  it('end when they are valid no longer, and are replaced by their job', () => {
    expect(lines(aSource('certificate', [aCertificate('shop', inDays(9))]))).toEqual([
      expect.objectContaining({
        kind: 'certificates',
        title: 'Certificate shop ends',
        detail: 'yours to renew',
        atMs: inDays(9),
        route: '#/resources/certificates_list/c1/shop',
        deeds: [expect.objectContaining({ name: 'replace', thing: expect.objectContaining({ id: 'shop', connectionId: 'c1' }) })],
      }),
    ]);
  });

  it('have no date where the API tells none', () => {
    expect(lines(aSource('certificate', [aCertificate('new', null)]))).toMatchObject([
      { title: 'Certificate new', detail: 'DigitalOcean does not tell when it ends', atMs: null },
    ]);
  });
});

describe('database versions', () => {
  it('end when the cluster says so, with what is offered instead', () => {
    const found = lines(aSource('database', [aDatabase({ endsAtMs: inDays(353) })]), engines(['14', '15', '17', '16']));
    expect(found).toMatchObject([
      { kind: 'versions', title: 'PostgreSQL 15 of db-main ends', detail: '16 and 17 are offered', atMs: inDays(353) },
    ]);
    expect(found[0]?.deeds).toMatchObject([{ name: 'upgrade', thing: { familyId: 'databases_list_clusters', id: 'd1' } }]);
  });

  it('end as the options say where the cluster says nothing', () => {
    const found = lines(aSource('database', [aDatabase()]), engines(['15'], [{ version: '15', atMs: inDays(40) }]));
    expect(found).toMatchObject([{ atMs: inDays(40), detail: 'no newer version is offered', deeds: [] }]);
  });

  it('without an end are offered a newer one, without a date', () => {
    const found = lines(aSource('database', [aDatabase()]), engines(['15', '17']));
    expect(found).toMatchObject([{ kind: 'upgrades', title: 'db-main can have PostgreSQL 17', detail: '15 now', atMs: null }]);
  });

  it('say nothing of newer ones while the options are not read', () => {
    expect(lines(aSource('database', [aDatabase()]))).toEqual([]);
    expect(lines(aSource('database', [aDatabase({ endsAtMs: inDays(40) })]))).toMatchObject([{ detail: '', deeds: [] }]);
  });
});

describe('updates of databases', () => {
  it('that wait are installed in the next window, and can be moved or installed now', () => {
    const pending = aDatabase({ isPending: true, window: { ...sunday, lastsMs: null }, updates: ['15.9 with fixes'] });
    const [found] = lines(aSource('database', [pending]));
    expect(found).toMatchObject({
      kind: 'maintenance',
      title: 'db-main gets an update',
      detail: '15.9 with fixes',
      atMs: Date.UTC(2026, 10, 29, 4),
      endsAtMs: null,
    });
    expect(found?.deeds.map((deed) => deed.kind === 'job' && deed.name)).toEqual(['window', 'install-update']);
  });

  it('are not coming where none waits', () => {
    expect(lines(aSource('database', [aDatabase({ window: sunday })]))).toEqual([]);
  });
});

describe('Kubernetes clusters', () => {
  it('get a patch in their window where they upgrade by themselves; another minor version is for the person', () => {
    const found = lines(aSource('cluster', [aCluster()]), upgrades('1.34.1-do.0', '1.33.6-do.0'));
    expect(found).toMatchObject([
      {
        kind: 'maintenance',
        title: 'harbour gets Kubernetes 1.33.6',
        atMs: Date.UTC(2026, 10, 29, 4),
        endsAtMs: Date.UTC(2026, 10, 29, 8),
      },
      { kind: 'upgrades', title: 'harbour can have Kubernetes 1.34.1', atMs: null },
    ]);
  });

  it('are only offered what they do not install by themselves, with their window', () => {
    const found = lines(aSource('cluster', [aCluster({ isAutomatic: false })]), upgrades('1.33.6-do.0'));
    expect(found).toMatchObject([{ kind: 'upgrades', detail: '1.33.5 now · its window is Sundays from 04:00' }]);
  });

  it('have no date where DigitalOcean chooses the day', () => {
    const window = { ...sunday, day: 'any' };
    const found = lines(aSource('cluster', [aCluster({ window })]), upgrades('1.33.6-do.0'));
    expect(found).toMatchObject([{ kind: 'maintenance', atMs: null, detail: expect.stringContaining('DigitalOcean chooses') }]);
  });

  it('have nothing coming while nothing is offered', () => {
    expect(lines(aSource('cluster', [aCluster()]), upgrades())).toEqual([]);
  });
});

describe('backups', () => {
  const windowAt = (hours: number) => ({
    startAtMs: startMs + hours * 3_600_000,
    endAtMs: startMs + (hours + 4) * 3_600_000,
  });
  const droplets = (...windows: (number | null)[]) =>
    new Map(
      windows.map((hours, index) => {
        const { nextBackupWindow: _usual, ...bare } = aDroplet({ id: index + 1, name: `web-${index + 1}` });
        return [index + 1, { ...bare, ...(hours === null ? {} : { nextBackupWindow: windowAt(hours) }) }];
      }),
    );

  it('are one line for each window of a team', () => {
    const found = comingWith([], { droplets: droplets(10, 10, 34, null) }).filter(({ kind }) => kind === 'backups');
    expect(found).toMatchObject([
      { title: '2 droplets are backed up', detail: 'web-1 and web-2', route: '#/droplets', deeds: [] },
      { title: 'web-3 is backed up', route: '#/droplets/c1:3', deeds: [{ name: 'backups-change' }] },
    ]);
  });

  it('that are over are not coming', () => {
    expect(comingWith([], { droplets: droplets(-5) }).some(({ kind }) => kind === 'backups')).toBe(false);
    expect(comingWith([], { droplets: droplets(-1) }).some(({ kind }) => kind === 'backups')).toBe(true);
  });

  it('of ten thousand droplets are one line', () => {
    const many = droplets(...Array.from({ length: 10_000 }, () => 10));
    expect(comingWith([], { droplets: many }).filter(({ kind }) => kind === 'backups')).toHaveLength(1);
  });
});

describe('access keys of functions', () => {
  it('that end are listed with a job for a new one, and those without an end are not', () => {
    const keys = aSource(
      'function-key',
      [
        { id: 'a', name: 'deploy', endsAtMs: inDays(6) },
        { id: 'b', name: 'ever', endsAtMs: null },
      ],
      { inside: 'fn-1' },
    );
    const found = lines(aSource('namespace', [{ id: 'fn-1', name: 'webhooks' }]), keys);
    expect(found).toMatchObject([
      {
        kind: 'keys',
        title: 'Access key deploy of webhooks ends',
        atMs: inDays(6),
        deeds: [{ name: 'add-key', thing: { id: 'fn-1' } }],
      },
    ]);
  });
});

describe('reserved prefixes', () => {
  it('are said to have no end that is told', () => {
    expect(lines(aSource('prefix', [{ id: 'p', name: '203.0.113.0/24' }]))).toMatchObject([
      { kind: 'prefixes', title: 'Prefix 203.0.113.0/24', detail: 'DigitalOcean does not tell when it ends', atMs: null },
    ]);
  });
});

describe('tokens', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Pacific/Kiritimati'));
  afterEach(() => vi.unstubAllEnvs());

  it('end at the beginning of the day that the person entered, where the person is', () => {
    const found = comingWith([], { tokenEndsOn: '2026-12-06' })[0];
    expect(found).toMatchObject({ kind: 'tokens', isDay: true, atMs: Date.parse('2026-12-06T00:00:00+14:00') });
    expect(found?.title).toBe('Token of Harbour Works ends');
  });

  it('without a day are listed without a date, with the way to enter it', () => {
    expect(comingWith([])[0]).toMatchObject({ atMs: null, deeds: [{ kind: 'route', label: 'Enter…' }] });
  });
});
