import { describe, expect, it } from 'vitest';
import { fetchFile, sendFile } from '../../../../../main/core/digitalocean/sending/carry-file.ts';
import { type Transport, TransportError, type WireRequest } from '../../../../../main/core/digitalocean/transport-port.ts';
import { createFakeClock } from '../../../../doubles/core/fake-clock.ts';

const theirs = 'https://files.fra1.digitaloceanspaces.com/results.jsonl?key=s3cret';
const others = 'https://files.example.net/results.jsonl?key=s3cret';

function transportThat(answers: (request: WireRequest) => { status: number; chunks?: Uint8Array[] } | TransportError) {
  const asked: WireRequest[] = [];
  const transport: Transport = {
    async exchange(request) {
      asked.push(request);
      const answer = answers(request);
      if (answer instanceof TransportError) throw answer;
      const { status, chunks = [] } = answer;
      return {
        status,
        headers: {},
        body: (async function* () {
          yield* chunks;
        })(),
      };
    },
    async close() {},
  };
  return { asked, given: { transport, clock: createFakeClock() } };
}
const nobody = { ownServer: null, allowedHost: null };
const fine = () => ({ status: 200, chunks: [Uint8Array.of(1, 2), Uint8Array.of(3)] });

describe('a file by its address', () => {
  it('is fetched from where DigitalOcean keeps files, with no credential', async () => {
    const { asked, given } = transportThat(fine);
    expect(await fetchFile(given, theirs, nobody)).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3) });
    expect(asked.map(({ url, headers }) => [url, Object.keys(headers).sort()])).toEqual([[theirs, ['accept', 'user-agent']]]);
  });

  it.each([
    ['somebody else has it', others, nobody],
    ['another host is allowed', others, { ownServer: null, allowedHost: 'files.example.com' }],
    ['it is not encrypted', theirs.replace('https', 'http'), nobody],
    ['it leads to this machine', 'https://127.0.0.1/x', nobody],
  ])('is not asked for where %s', async (_what, address, reach) => {
    const { asked, given } = transportThat(fine);
    const fetched = await fetchFile(given, address, reach);
    expect(fetched).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(asked).toEqual([]);
    expect(JSON.stringify(fetched)).not.toContain('s3cret');
  });

  it('is asked for at a host that a person allowed', async () => {
    const { given } = transportThat(fine);
    expect(await fetchFile(given, others, { ownServer: null, allowedHost: 'files.example.net' })).toMatchObject({ ok: true });
  });

  it.each([
    [302, 'refused'],
    [403, 'not-found'],
    [503, 'server-error'],
  ])('is none where the host answers with %i', async (status, kind) => {
    const { given } = transportThat(() => ({ status }));
    expect(await fetchFile(given, theirs, nobody)).toMatchObject({ ok: false, failure: { kind, status } });
  });

  it('is given up where it is too large, or where the connection breaks', async () => {
    const large = transportThat(() => ({ status: 200, chunks: Array.from({ length: 9 }, () => new Uint8Array(8_000_000)) }));
    expect(await fetchFile(large.given, theirs, nobody)).toMatchObject({ ok: false, failure: { kind: 'bad-answer' } });
    const broken = transportThat(() => new TransportError('tls', false, 'no'));
    expect(await fetchFile(broken.given, theirs, nobody)).toMatchObject({ ok: false, failure: { kind: 'untrusted' } });
  });
});

describe('a file to an address', () => {
  const bytes = Uint8Array.of(1, 2, 3);

  it('is sent to where DigitalOcean keeps files, whole and with no credential', async () => {
    const { asked, given } = transportThat(fine);
    expect(await sendFile(given, theirs, bytes, nobody)).toEqual({ ok: true, value: null });
    expect(asked.map(({ method, url, body, headers }) => [method, url, body, Object.keys(headers).sort()])).toEqual([
      ['PUT', theirs, bytes, ['accept', 'content-type', 'user-agent']],
    ]);
  });

  it.each([
    ['somebody else has it', others, 'files.example.net'],
    ['it is not encrypted', theirs.replace('https', 'http'), 'not encrypted'],
    ['it leads to this machine', 'https://127.0.0.1/x', 'this machine'],
  ])('is not sent where %s', async (_what, address, says) => {
    const { asked, given } = transportThat(fine);
    const sent = await sendFile(given, address, bytes, nobody);
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'refused', message: expect.stringContaining(says) } });
    expect(asked).toEqual([]);
    expect(JSON.stringify(sent)).not.toContain('s3cret');
  });

  it.each([
    [307, 'refused', 'another address'],
    [403, 'not-found', 'does not take the file'],
    [503, 'server-error', 'answered with 503'],
  ])('is not there where the host answers with %i', async (status, kind, says) => {
    const { asked, given } = transportThat(() => ({ status }));
    const sent = await sendFile(given, theirs, bytes, nobody);
    expect(sent).toMatchObject({ ok: false, failure: { kind, status, message: expect.stringContaining(says) } });
    expect(asked).toHaveLength(1);
  });
});
