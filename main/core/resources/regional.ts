import { type Failure, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api, CallArguments, CallOptions, Collection } from '../digitalocean/api.ts';
import { record } from '../digitalocean/resources/wire-values.ts';

/** Lists whose region is optional by their description. Some accounts are refused without one all the same. */
const regional: ReadonlySet<string> = new Set(['nfs_list', 'nfs_list_snapshot']);

/** It is the request that the API does not take, not the token or the moment. */
const isRefused = ({ status }: Failure): boolean => status === 400 || status === 422;
/** A region that does not have the product has nothing of it. */
const isElsewhere = (failure: Failure): boolean => isRefused(failure) || failure.status === 404;

type Rows = Pick<Collection, 'items' | 'warnings'>;

/** Reads a whole list, and region by region where the API refuses it without one. It is never short: one failed region fails it. */
export async function listWhole(
  api: Api,
  familyId: string,
  args: CallArguments,
  options: Pick<CallOptions, 'otherCredential'>,
): Promise<Outcome<Rows>> {
  const plain = await api.listAll(familyId, args, options);
  if (plain.ok || !regional.has(familyId) || args.query?.region !== undefined || !isRefused(plain.failure)) return plain;
  const regions = await api.listAll('regions_list');
  if (!regions.ok) return plain;
  const slugs = regions.value.items.map((one) => record(one)?.slug).filter((slug) => typeof slug === 'string');
  const lists = await Promise.all(
    slugs.map((region) => api.listAll(familyId, { ...args, query: { ...args.query, region } }, options)),
  );
  const broken = lists.find((one) => !one.ok && !isElsewhere(one.failure));
  if (broken && !broken.ok) return broken;
  const read = lists.flatMap((one) => (one.ok ? [one.value] : []));
  if (read.length === 0) return plain;
  return success({ items: read.flatMap(({ items }) => items), warnings: read.flatMap(({ warnings }) => warnings) });
}
