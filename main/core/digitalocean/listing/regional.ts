import { type Failure, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { Api, Collection } from '../api.ts';
import { record } from '../resources/wire-values.ts';

/** Lists whose region is optional by their description. Some accounts are refused without one all the same. */
const regional: ReadonlySet<string> = new Set(['nfs_list', 'nfs_list_snapshot']);

/** It is the request that the API does not take, not the token or the moment. */
const isRefused = ({ status }: Failure): boolean => status === 400 || status === 422;
/** A region that does not have the product has nothing of it. */
const isElsewhere = (failure: Failure): boolean => isRefused(failure) || failure.status === 404;

/**
 * Lists what the API refuses to list without a region in region by region, for whoever asks. It is never short: one failed region
 * fails it. What names a region itself is asked as it is.
 */
export const byRegions =
  (listAll: Api['listAll']): Api['listAll'] =>
  async <T>(...[operationId, args = {}, options = {}]: Parameters<Api['listAll']>) => {
    const plain = await listAll<T>(operationId, args, options);
    if (plain.ok || !regional.has(operationId) || args.query?.region !== undefined || !isRefused(plain.failure)) return plain;
    const { lane, signal, deadlineMs } = options;
    const bounds = { ...(lane ? { lane } : {}), ...(signal ? { signal } : {}), ...(deadlineMs ? { deadlineMs } : {}) };
    const regions = await listAll('regions_list', {}, bounds);
    if (!regions.ok) return plain;
    const slugs = regions.value.items.map((one) => record(one)?.slug).filter((slug) => typeof slug === 'string');
    const lists = await Promise.all(
      slugs.map((region) => listAll<T>(operationId, { ...args, query: { ...args.query, region } }, options)),
    );
    const broken = lists.find((one) => !one.ok && !isElsewhere(one.failure));
    if (broken && !broken.ok) return broken;
    const read = lists.flatMap((one) => (one.ok ? [one.value] : []));
    if (read.length === 0) return plain;
    return success({ ...joined(read), attempts: [plain, regions, ...lists].reduce((sum, one) => sum + costOf(one), 0) });
  };

const costOf = (one: Outcome<Collection>): number => (one.ok ? one.value.attempts : (one.failure.attempts ?? 1));

const joined = <T>(lists: readonly Collection<T>[]): Omit<Collection<T>, 'attempts'> => ({
  items: lists.flatMap(({ items }) => items),
  total: lists.reduce((sum, { total }) => sum + total, 0),
  warnings: lists.flatMap(({ warnings }) => warnings),
  isShort: lists.some(({ isShort }) => isShort),
  leftOut: lists.reduce((sum, { leftOut }) => sum + leftOut, 0),
});
