import { describe, expect, it } from 'vitest';
import { accessJobs } from '../../../../../../main/core/jobs/families/databases/access.ts';

const [allow] = accessJobs;
const rules = (count: number, type: string) =>
  Array.from({ length: count }, (_, at) => ({ uuid: `${type}-${at}`, type, value: `${type}-${at}` }));
const wrong = (kind: string, there: readonly { type: string }[]) =>
  allow?.wrong?.({ kind, [kind]: 'new' }, { data: { base: { rules: [...there] as never } } }) ?? null;

describe('room for who may connect', () => {
  it('is for a hundred, of which a droplet takes two', () => {
    expect(wrong('ip_addr', rules(99, 'ip_addr'))).toBeNull();
    expect(wrong('droplet', rules(99, 'ip_addr'))).toMatchObject({
      field: 'droplet',
      message: expect.stringContaining('takes two'),
    });
    expect(wrong('ip_addr', rules(50, 'droplet'))).toMatchObject({ field: 'ip_addr' });
    expect(wrong('droplet', rules(49, 'droplet'))).toBeNull();
  });
});
