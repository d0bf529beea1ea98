import { describe, expect, it } from 'vitest';
import { followKinds } from '../../../../main/core/operations/follow-kinds.ts';

describe('following a security scan', () => {
  const read = (status: string) =>
    followKinds.find(({ name }) => name === 'security-scan')?.read({ scan: { status } }, {}, String);

  it('says that scans are not turned on, and not that one has failed', () => {
    expect(read('CSPM_NOT_ENABLED')).toEqual({
      status: 'errored',
      failure: expect.objectContaining({ message: 'Security scans are not turned on for this team.' }),
    });
    expect(read('FAILED')).toEqual({ status: 'errored' });
    expect(read('COMPLETED')).toEqual({ status: 'completed' });
  });
});
