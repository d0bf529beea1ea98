import { loadIndex } from '../../../main/core/digitalocean/catalogue/load.ts';
import { fillPath } from '../../../preload/contract/api-address.ts';
import { designedFamily } from '../../../renderer/families/all.ts';
import { idOf } from '../../../renderer/families/value.ts';
import { itemHref, placeHref } from '../../../renderer/routes/resource-place.ts';
import { hrefOf } from '../../../renderer/routes/routes.ts';
import type { Account } from './stage.ts';

/** Where a job begins: the panel of a thing, found by its name or another text of its row. */
export interface Place {
  /** Id of the operation that lists its family. */
  family: string;
  /** Left out: the list itself. */
  thing?: string;
  /** The thing that the family lies inside: the name of the path value, and the place of that thing. */
  inside?: { value: string; of: Place & { thing: string } };
}

/** A thing as the API tells it. */
export type Fields = Readonly<Record<string, unknown>>;

/** Path values of what the family lies inside. */
export async function parentOf(account: Account, { inside }: Place): Promise<Record<string, string>> {
  if (inside === undefined) return {};
  return { ...(await parentOf(account, inside.of)), [inside.value]: await idAt(account, inside.of) };
}

/** The row of a thing, as the demo account has it now. */
export async function rowAt(account: Account, place: Place & { thing: string }): Promise<Fields> {
  const operation = (await loadIndex()).operations.find(({ id }) => id === place.family);
  if (!operation) throw new Error(`There is no family ${place.family}`);
  const path = fillPath(operation.path, await parentOf(account, place));
  const rows = account.world.demo.rows(path, 'Harbour Works');
  const row = rows.find((one) => JSON.stringify(one).includes(JSON.stringify(place.thing)));
  if (!row) throw new Error(`The demo account has no ${place.thing} at ${path}`);
  return row;
}

export async function idAt(account: Account, place: Place & { thing: string }): Promise<string> {
  const row = await rowAt(account, place);
  const family = designedFamily(place.family);
  return family === undefined ? String(row.id) : idOf(family, row);
}

/** The address of a place, without its `#`'s page. */
export async function hashOf(account: Account, place: Place): Promise<string> {
  const { connectionId } = account;
  const itemId = place.thing === undefined ? null : await idAt(account, { ...place, thing: place.thing });
  if (place.family === 'droplets_list')
    return itemId === null ? hrefOf('droplets') : itemHref(place.family, connectionId, itemId);
  const isWhole = itemId !== null || place.inside !== undefined;
  return placeHref({
    familyId: place.family,
    parent: await parentOf(account, place),
    connectionId: isWhole ? connectionId : null,
    itemId,
  });
}
