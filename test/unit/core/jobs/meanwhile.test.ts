import { describe, expect, it } from 'vitest';
import { meanwhile } from '../../../../main/core/jobs/meanwhile.ts';

describe('what was changed elsewhere', () => {
  it('is told in words, part by part', () => {
    const before = { name: 'web', tags: ['web'], count: 3, is_on: false, rules: [{ port: 1 }] };
    const after = { name: 'web', tags: ['web', 'jobs'], count: 4, is_on: true, rules: [{ port: 2 }] };
    expect(meanwhile(before, after)).toEqual(['Tags: + jobs', 'Count: 3 → 4', 'Is on: off → on', 'Rules: changed']);
  });

  it('shows neither secrets nor ids', () => {
    const before = { api_token: 'one', droplet_ids: [1], config: { password: 'a' } };
    const after = { api_token: 'two', droplet_ids: [1, 2], config: { password: 'b' } };
    expect(meanwhile(before, after)).toEqual(['Api token: changed', 'Droplet ids: changed', 'Config: changed']);
  });
});
