import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Json } from '../../../../preload/contract/json.ts';
import type { Answer, Api, CallArguments } from '../../digitalocean/api.ts';
import type { CoreServices } from '../../services.ts';
import { jobWords } from '../../words/jobs.ts';
import type { Elsewhere } from '../job.ts';

/** Ten minutes, because models may think for long. */
const deadlineMs = 600_000;

interface Asker {
  services: Pick<CoreServices, 'credentials' | 'running' | 'emit'>;
  api: Api;
  /** By which the page knows it, and can stop it. */
  id: string;
}

/** What the server said, and what a person should know besides. */
type Answered = Pick<Answer<Json>, 'body'> & { notes: string[] };

/**
 * Sends a request to a server that has a key of its own. The client never gives it the account token. A key that is taken is kept
 * for this session. What is streamed is told as it arrives, and is the body of the answer.
 */
export async function askElsewhere(
  { services, api, id }: Asker,
  operationId: string,
  args: CallArguments,
  { place, key, isSaved, address }: Elsewhere,
): Promise<Outcome<Answered>> {
  const { credentials, running, emit } = services;
  const known = key === null ? await credentials.keyOf(place) : success(key);
  if (!known.ok) return failed({ ...known.failure, field: 'key' });
  const secret = known.value;
  if (secret === null) return failed({ kind: 'secret-lost', ...jobWords.noKey(place), field: 'key' });
  const abort = new AbortController();
  running.set(id, abort);
  let streamed = '';
  const answer = await api.call<Json>(operationId, args, {
    lane: 'command',
    deadlineMs,
    signal: abort.signal,
    otherCredential: secret,
    ...(address === undefined ? {} : { otherBaseUrl: address }),
    onChunk(text) {
      streamed += text;
      emit('streamChunk', { requestId: id, text });
    },
  });
  running.delete(id);
  if (!answer.ok) return failed(refused(answer.failure, place));
  const kept = key === null ? success(null) : await credentials.keep(place, key, isSaved);
  // It was asked and answered, and is known for this run all the same.
  const notes = kept.ok ? [] : [jobWords.keyNotSaved(kept.failure)];
  return success({ body: streamed === '' ? answer.value.body : streamed, notes });
}

/** That server knows nothing of the account's token, so its refusal is about the key. */
const refused = (failure: Failure, place: string): Failure =>
  failure.kind === 'unauthorized' ? { ...failure, ...jobWords.wrongKey(place), field: 'key' } : failure;
