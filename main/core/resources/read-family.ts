import { fillPath } from '../../../preload/contract/api-address.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { findOperation } from '../digitalocean/catalogue/load.ts';
import { record } from '../digitalocean/resources/wire-values.ts';
import { needsKey, unknownFamily } from '../words/resources.ts';

/** All rows of a family, as the API gave them. */
export interface FamilyAnswer {
  /** Path of the listing with its values filled in. */
  path: string;
  items: Record<string, unknown>[];
  /** The operation answers one thing and no list. */
  isSingle: boolean;
  /** Where the listing's own numbers or links contradict what its pages hold. */
  warnings: string[];
}

interface Reading {
  query?: Record<string, string> | undefined;
  /** The key of a list that another server has, which never gets the account token. `null`: none is known, so nothing is sent. */
  keyOf?(): Promise<Outcome<string | null>>;
}

/**
 * Reads a whole family by the operation that lists it, every page of it. A single thing (an account, a balance) becomes a
 * family of one, and an object keyed by id becomes rows with that `id`. Refuses operations that are not a GET.
 */
export async function readFamily(
  api: Api,
  familyId: string,
  parent: Record<string, string>,
  { query = {}, keyOf = async () => success(null) }: Reading = {},
): Promise<Outcome<FamilyAnswer>> {
  const found = await findOperation(familyId).catch(() => null);
  if (found === null || found.operation.method !== 'GET') return failed(unknownFamily(familyId));
  const { operation } = found;
  const path = fillPath(operation.path, parent);
  const args = Object.keys(query).length === 0 ? { path: parent } : { path: parent, query };
  const key = operation.server === 'api' ? success(null) : await keyOf();
  if (!key.ok) return key;
  if (operation.server !== 'api' && key.value === null) return failed(needsKey);
  const options = key.value === null ? {} : { otherCredential: key.value };
  if (operation.collectionKey === null) {
    const answer = await api.call(familyId, args, options);
    return answer.ok ? success({ path, ...thingsIn(answer.value.body), warnings: [] }) : answer;
  }
  const listing = await api.listAll(familyId, args, options);
  if (!listing.ok) return listing;
  const { items, warnings } = listing.value;
  return success({ path, items: items.map(asRow), isSingle: false, warnings });
}

/** Items that are plain text (regions of a service, names) become rows with a `name`. */
const asRow = (item: unknown): Record<string, unknown> => record(item) ?? { name: item };

/** Most single answers wrap the thing in one root key. Some, such as the balance, do not; a few are lists after all. */
function thingsIn(body: unknown): Pick<FamilyAnswer, 'items' | 'isSingle'> {
  const found = onlyRoot(body);
  if (Array.isArray(found)) return { items: found.map(asRow), isSingle: false };
  return { items: found === null || found === undefined || found === '' ? [] : [asRow(found)], isSingle: true };
}

function onlyRoot(body: unknown): unknown {
  const row = record(body);
  if (row === null) return body;
  const keys = Object.keys(row).filter((key) => key !== 'links' && key !== 'meta');
  const root = keys.length === 1 && keys[0] !== undefined ? row[keys[0]] : undefined;
  return typeof root === 'object' ? root : row;
}
