import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { allLines, foundLines } from '../../../../../renderer/screens/operations/list/list-lines.ts';
import { createSearch } from '../../../../../renderer/screens/operations/list/search.ts';
import { isTypoOf } from '../../../../../renderer/screens/operations/list/word-fit.ts';

const index = await loadIndex();
const search = createSearch(index);
const nothingKnown = { favourites: new Set<string>(), recent: new Set<string>() };
const ids = (query: string, known = nothingKnown): string[] => search(query, known).map(({ operation }) => operation.id);

describe('search over all operations', () => {
  it('finds each of the 659 by its own id, in first place', () => {
    const missed = index.operations.filter((operation) => ids(operation.id)[0] !== operation.id).map(({ id }) => id);
    expect(missed).toEqual([]);
  });

  it('finds each of the 659 by its path', () => {
    const missed = index.operations.filter((operation) => !ids(operation.path).includes(operation.id)).map(({ id }) => id);
    expect(missed).toEqual([]);
  });

  it('finds each of the 659 by its title', () => {
    const missed = index.operations.filter((operation) => !ids(operation.title).includes(operation.id)).map(({ id }) => id);
    expect(missed).toEqual([]);
  });

  it.each([
    ['create droplet', 'droplets_create'],
    ['delete firewall', 'firewalls_delete'],
    ['POST /v2/droplets', 'droplets_create'],
    ['https://api.digitalocean.com/v2/account', 'account_get'],
    ['new vpc', 'vpcs_create'],
    ['kubeconfig', 'kubernetes_get_kubeconfig'],
    ['list all ssh keys', 'sshKeys_list'],
  ])('puts the best match for %j first', (query, expected) => {
    expect(ids(query)[0]).toBe(expected);
  });

  it('allows a wrong, missing or swapped letter', () => {
    expect(ids('dorplet create')).toContain('droplets_create');
    expect(ids('firewal')).toContain('firewalls_create');
    expect(ids('kubernets cluster')).toContain('kubernetes_create_cluster');
    expect(isTypoOf('dropet', 'droplet')).toBe(true);
    expect(isTypoOf('volume', 'droplet')).toBe(false);
  });

  it('finds nothing for words that do not occur together', () => {
    expect(ids('zebra crossing')).toEqual([]);
    expect(ids('droplet zebra')).toEqual([]);
  });

  it('puts deprecated operations after their successors', () => {
    const found = ids('registry repositories');
    const deprecated = new Set(index.operations.filter((operation) => operation.isDeprecated).map(({ id }) => id));
    expect(deprecated.has(found[0] ?? '')).toBe(false);
    expect(found.some((id) => deprecated.has(id))).toBe(true);
  });

  it('puts a favourite before equal matches', () => {
    const [first, second] = ids('list all');
    const favourites = new Set([second ?? '']);
    expect(ids('list all', { ...nothingKnown, favourites })[0]).toBe(second);
    expect(first).not.toBe(second);
  });

  it('answers a keystroke within a frame', () => {
    const took = Array.from({ length: 14 }, (_, at) => {
      const startedAt = performance.now();
      ids('create droplet'.slice(0, at + 1));
      return performance.now() - startedAt;
    });
    // The median, because a busy machine may delay any single one.
    expect(took.toSorted((one, other) => one - other)[7]).toBeLessThan(16);
  });
});

describe('lines of the list', () => {
  it('groups matches by tag, the best group first', () => {
    const lines = foundLines(search('create droplet', nothingKnown), new Set());
    expect(lines[0]).toMatchObject({ isHead: true, title: 'Droplets' });
    expect(lines[1]).toMatchObject({ isHead: false, operation: { id: 'droplets_create' } });
  });

  it('starts with favourites and recent ones, then has every operation once', () => {
    const lines = allLines(index, new Set(['vpcs_list']), ['droplets_list', 'gone_operation']);
    expect(lines.slice(0, 4).map((line) => (line.isHead ? line.title : line.operation.id))).toEqual([
      'Favourites',
      'vpcs_list',
      'Recent',
      'droplets_list',
    ]);
    expect(lines.filter((line) => !line.isHead)).toHaveLength(659 + 2);
    expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
  });
});
