import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../../preload/contract/failure.ts';
import { FailureState } from '../../../../../renderer/components/feedback/failure-state.tsx';
import { FailureAnswer } from '../../../../../renderer/screens/operations/answer/failure-answer.tsx';
import { inventedNow, minute } from '../../../../doubles/invented/invented-time.ts';
import { drawPage } from '../../draw-page.tsx';

const retryAtMs = inventedNow + 24 * minute;
const nextStep = 'Try again then.';
const waits: [Failure['kind'], Failure][] = [
  [
    'throttled',
    { kind: 'throttled', message: 'DigitalOcean throttles requests until 14:32.', nextStep, retryAtMs, attempts: 1, status: 429 },
  ],
  ['held', { kind: 'held', message: 'Buoy has to wait until 14:32.', nextStep, retryAtMs, window: 'minute', attempts: 0 }],
];
const failing: Failure = { kind: 'server-error', message: 'It failed.', status: 503, attempts: 4, retryAtMs };

const textOf = async (what: React.ReactNode) => {
  await drawPage(what);
  return document.body.textContent ?? '';
};

describe('a failure shown in place of the data', () => {
  it.each(waits)('that is %s gives the time once, with what to do', async (_kind, failure) => {
    const text = await textOf(<FailureState failure={failure} what="droplets" />);
    expect(text).toContain(nextStep);
    expect(text).not.toContain('Buoy asks again');
    expect(text).not.toContain('0 times');
    expect(document.querySelector('.danger')).toBeNull();
  });

  it('from DigitalOcean says when Buoy asks again, if that is known', async () => {
    expect(await textOf(<FailureState failure={failing} what="droplets" />)).toContain('Buoy asks again at');
  });
});

describe('the answer to a request that failed', () => {
  it.each([...waits, ['server-error', failing] as const])(
    'as %s never says that Buoy asks again, because it does not',
    async (_kind, failure) => {
      expect(await textOf(<FailureAnswer failure={failure} onShowField={null} />)).not.toContain('asks again');
    },
  );
});
