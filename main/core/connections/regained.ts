import { located } from '../digitalocean/catalogue/locate.ts';
import { type FetchedKind, fetchedKinds } from '../fetched/all.ts';
import type { ConnectionState } from '../state/state.ts';

/**
 * Kinds of data that the token may probably read now, although DigitalOcean forbade it before: an operation that needs the
 * same scopes was just answered, so the token or its rights have changed.
 */
export function regainedBy(operationId: string, connection: ConnectionState | undefined): FetchedKind[] {
  const granted = new Set(located(operationId)?.operation.scopes.flat());
  return fetchedKinds.filter((kind) => {
    const failure = connection?.fetches[kind].failure;
    return failure?.kind === 'forbidden' && (failure.scopes ?? []).some((scope) => granted.has(scope));
  });
}
