import { type FoundOperation, findOperation, loadTag } from './load.ts';

/**
 * Tags of the operations that Buoy calls by itself, so that its first request need not wait for the index of all 659. A test
 * compares them with the index.
 */
const tagsOfOwnCalls: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Account: ['account_get'],
    Actions: ['actions_list', 'actions_get'],
    Billing: ['balance_get'],
    Droplets: ['droplets_list', 'droplets_get'],
    'Droplet Actions': ['dropletActions_list', 'dropletActions_post', 'dropletActions_post_byTag', 'dropletActions_get'],
    Monitoring: ['monitoring_list_alertPolicy'],
    'Reserved IPs': ['reservedIPs_list'],
    'Reserved IPv6': ['reservedIPv6_list'],
    Uptime: ['uptime_list_checks', 'uptime_get_checkState'],
    Images: ['images_list'],
    Regions: ['regions_list'],
    Sizes: ['sizes_list'],
  }).flatMap(([tag, ids]) => ids.map((id): [string, string] => [id, tag])),
);

const found = new Map<string, FoundOperation>();

/** The operation if it was located before: without a promise, so that repeated calls lose no turn. */
export const located = (id: string): FoundOperation | undefined => found.get(id);

/**
 * One operation by its id. Reads the index only for operations that Buoy does not call by itself. Rejects with
 * `UnknownOperationError`.
 */
export async function locate(id: string): Promise<FoundOperation> {
  const known = found.get(id);
  if (known) return known;
  const made = (await fromOwnTag(id)) ?? (await findOperation(id));
  found.set(id, made);
  return made;
}

async function fromOwnTag(id: string): Promise<FoundOperation | null> {
  const name = tagsOfOwnCalls.get(id);
  if (name === undefined) return null;
  const tag = await loadTag(name);
  const operation = tag.operations.find((one) => one.id === id);
  return operation ? { operation, schemas: tag.schemas } : null;
}
