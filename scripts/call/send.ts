import type { Api, CallArguments, CallOptions } from '../../main/core/digitalocean/api.ts';
import type { Operation } from '../../main/core/digitalocean/catalogue/types.ts';
import type { Failure, Outcome } from '../../preload/contract/failure.ts';

export interface Sent {
  body: unknown;
  warnings: string[];
  /** The stream was printed chunk by chunk already. */
  wasStreamed: boolean;
}

/** Sends one call, or reads every page of a listing and merges them under the listing's own key, as one answer would be. */
export async function send(
  api: Api,
  operation: Operation,
  args: CallArguments,
  { isAll, ...options }: CallOptions & { isAll: boolean },
): Promise<Outcome<Sent>> {
  if (isAll) {
    const listing = await api.listAll(operation.id, args, options);
    if (!listing.ok) return listing;
    const { items, total, warnings } = listing.value;
    const body = { [operation.collectionKey ?? 'items']: items, meta: { total } };
    return { ok: true, value: { body, warnings, wasStreamed: false } };
  }
  let wasStreamed = false;
  const onChunk = (text: string): void => {
    wasStreamed = true;
    options.onChunk?.(text);
  };
  const answer = await api.call(operation.id, args, { ...options, onChunk });
  return answer.ok ? { ok: true, value: { body: answer.value.body, warnings: answer.value.warnings, wasStreamed } } : answer;
}

/** A body as it goes to standard output: bytes and text as they are, JSON indented, nothing for an empty answer. */
export function toOutput({ body, wasStreamed }: Sent): string | Uint8Array {
  if (wasStreamed || body === null || body === undefined) return '';
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  return `${JSON.stringify(body, null, 2)}\n`;
}

/** Wrong usage and failures end with different codes: a person mistyped, or the API refused. */
export const exitCodeOf = ({ kind }: Failure): 1 | 2 => (kind === 'invalid-arguments' ? 2 : 1);
