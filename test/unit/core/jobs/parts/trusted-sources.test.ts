import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../../../main/core/jobs/job.ts';
import { databasesByTag } from '../../../../../main/core/jobs/parts/trusted-sources.ts';
import { failed, success } from '../../../../../preload/contract/failure.ts';

const refusal = failed({ kind: 'forbidden', message: 'No.' });

/** Clusters of that number. All let the tag prod in; the rules of those in `hidden` cannot be read. */
function account(count: number, hidden: readonly string[] = []) {
  const asked: string[] = [];
  const ask = {
    async list(operationId: string, path: Record<string, string> = {}) {
      asked.push(operationId);
      const rows = Array.from({ length: count }, (_, at) => ({ id: `c${at + 1}`, name: `db-${at + 1}` }));
      if (operationId === 'databases_list_clusters') return success(rows);
      if (hidden.includes(path.database_cluster_uuid ?? '')) return refusal;
      return success([
        { type: 'tag', value: 'prod' },
        { type: 'ip_addr', value: 'web' },
      ]);
    },
  } as unknown as Ask;
  return { ask, asked };
}

describe('databases that let a tag in', () => {
  it('are found by their rules of type tag, and not by an address of that text', async () => {
    const { ask } = account(2);
    const names = ['db-1', 'db-2'].map((name) => ({ tag: 'prod', name }));
    expect(await databasesByTag(ask, ['prod', 'web'])).toEqual({ users: names, unread: [] });
  });

  it('are read for no more than eight of many, and the rest is told', async () => {
    const { ask, asked } = account(11);
    const { users, unread } = await databasesByTag(ask, ['prod']);
    expect(users).toHaveLength(8);
    expect(asked).toHaveLength(9);
    expect(unread).toEqual(['Buoy looked into 8 databases. 3 others may let it in too: their panels tell.']);
  });

  it('are named where their rules could not be read', async () => {
    const { ask } = account(3, ['c2']);
    expect((await databasesByTag(ask, ['prod'])).unread).toEqual(['Whether db-2 lets it in could not be read.']);
    const none = { list: async () => refusal } as unknown as Ask;
    expect((await databasesByTag(none, ['prod'])).unread).toEqual(['Which databases let it in could not be read.']);
  });

  it('cost nothing where no tag is asked about', async () => {
    const { ask, asked } = account(3);
    await databasesByTag(ask, []);
    expect(asked).toEqual([]);
  });
});
