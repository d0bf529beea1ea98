import type { PinnedThing } from '../../../../preload/contract/settings.ts';
import type { MenuNode } from '../../../../preload/contract/view.ts';
import type { PinState } from '../../fetched/pins.ts';
import { jobsOf } from '../../jobs/all.ts';
import { offReason } from '../../jobs/engine/off-reason.ts';
import { thingOf } from '../../jobs/thing.ts';
import { routes } from '../../names/routes.ts';
import { pinWords } from '../../words/pins.ts';
import { copies, does, goes, item } from '../tray/nodes.ts';

/** What is worth one click on a pinned thing. Nothing that destroys is, and what disrupts asks in the window first. */
interface Worth {
  /** Its address may be copied. */
  isReached?: true;
  /** Names of its jobs, in order. Those that are not for the thing as it is are left out. */
  jobs?: readonly string[];
}

/** By the id of the operation that lists the family. Things of other families can be shown. */
const worth: Readonly<Record<string, Worth>> = {
  apps_list: { isReached: true, jobs: ['redeploy'] },
  cdn_list_endpoints: { jobs: ['purge'] },
  databases_list_clusters: { jobs: ['copy-string'] },
  kubernetes_list_clusters: { jobs: ['kubeconfig'] },
  loadBalancers_list: { isReached: true },
  reservedIPs_list: { isReached: true },
  reservedIPv6_list: { isReached: true },
};

/** Shorter than the label of the job, which stands on a panel. */
const labels: Readonly<Record<string, string>> = { kubeconfig: pinWords.saveKubeconfig };

const placeOf = ({ connectionId, familyId, parent, itemId: id }: PinnedThing) => ({ connectionId, familyId, parent, id });

/** The lines of a pinned thing, at most three. `known` null: nothing was read of it yet. */
export function pinLines(pin: PinnedThing, known: PinState | null): MenuNode[] {
  if (known?.isGone) return [unpinLine(pin)];
  const { isReached, jobs = [] } = Object.hasOwn(worth, pin.familyId) ? (worth[pin.familyId] ?? {}) : {};
  const address = known?.address ?? '';
  const copy = isReached && address !== '' ? [item(`copy/${pin.key}`, pinWords.copyAddress, copies(address))] : [];
  const row = known?.row ?? null;
  return [...copy, ...jobs.flatMap((name) => jobLine(pin, name, row) ?? []), showLine(pin)];
}

/** The line of a job. One that asks leads into the window, where it asks; `row` null: whether it can run is seen then. */
export function jobLine(pin: PinnedThing, name: string, row: PinState['row']): MenuNode | null {
  const place = placeOf(pin);
  const job = jobsOf(pin.familyId).find((one) => one.name === name);
  const thing = row && thingOf({ ...place, row });
  if (job === undefined || (thing && job.isFor?.(thing) === false)) return null;
  const label = labels[name] ?? job.label;
  const route = routes.thing(place, name);
  const deed = label.endsWith('…') ? goes(route) : { kind: 'job' as const, name, thing: place, route };
  const off = thing && offReason(job, thing);
  return item(`${name}/${pin.key}`, label, deed, off === null ? {} : { isEnabled: false });
}

export const showLine = (pin: PinnedThing): MenuNode => item(`show/${pin.key}`, pinWords.show, goes(routes.thing(placeOf(pin))));

export const unpinLine = (pin: PinnedThing): MenuNode =>
  item(`unpin/${pin.key}`, pinWords.unpin, does({ kind: 'unpin', key: pin.key }));
