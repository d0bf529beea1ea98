import { describe, expect, it, vi } from 'vitest';
import { deriveBridge } from '../../../preload/contract/derive.ts';

const noEvents = { listen: () => () => {} };
const answering = (arrived: unknown) => deriveBridge({ ...noEvents, send: async () => arrived });

describe('the bridge that is derived from the contract', () => {
  it('sends the values as the contract reads them', async () => {
    const send = vi.fn(async () => ({ ok: true, value: null }));
    await deriveBridge({ ...noEvents, send }).cancelRequest({ requestId: 'r1', extra: 1 } as never);
    expect(send).toHaveBeenCalledExactlyOnceWith('cancelRequest', { requestId: 'r1' });
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { ok: true },
    { ok: 'yes', value: null },
    { ok: false },
    { ok: false, failure: { kind: 'new-kind', message: 'x' } },
  ])('turns an answer like %j into a failure', async (arrived) => {
    expect(await answering(arrived).cancelRequest({ requestId: 'r1' })).toMatchObject({
      ok: false,
      failure: { kind: 'internal' },
    });
  });

  it('removes fields of an answer that the contract does not have', async () => {
    const outcome = await answering({ ok: true, value: { savedAs: 'a.pdf', path: '/download/secret' } }).saveDownload({
      downloadId: 'd',
    });
    expect(outcome).toEqual({ ok: true, value: { savedAs: 'a.pdf' } });
  });

  it('never rejects, and says what the two sides know about the reason', async () => {
    const send = async () => {
      throw new Error('gone');
    };
    const gone = await deriveBridge({ ...noEvents, send }).openView({});
    expect(gone).toMatchObject({ ok: false, failure: { kind: 'network' } });
    const explained = deriveBridge({ ...noEvents, send, explain: () => ({ kind: 'refused', message: 'Closed.' }) });
    expect(await explained.openView({})).toEqual({ ok: false, failure: { kind: 'refused', message: 'Closed.' } });
  });
});
