import type { Api } from '../digitalocean/api.ts';
import { getAccount } from '../digitalocean/resources/account.ts';

const deadlineMs = 20_000;

/**
 * Returns a question: does DigitalOcean refuse this token? One 401 proves nothing, since a single server of theirs may be
 * wrong, so the account itself is read. Whoever asks while that runs shares its answer. Without one it is no.
 */
export function createRefusalCheck(api: Api): () => Promise<boolean> {
  let running: Promise<boolean> | null = null;
  return () => {
    running ??= getAccount(api, { lane: 'poll', deadlineMs })
      .then((read) => !read.ok && read.failure.kind === 'unauthorized')
      .finally(() => {
        running = null;
      });
    return running;
  };
}
