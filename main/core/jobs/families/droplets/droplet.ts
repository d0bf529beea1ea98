import { failed, type Outcome } from '../../../../../preload/contract/failure.ts';
import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import type { JobContext, Opened, Step, Thing } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';

/** The droplet as Buoy last read it. The row of the page only decides what is offered. */
export const dropletOf = ({ droplets, thing }: JobContext): Droplet | undefined => droplets.get(Number(thing.id));

/** Opens a job on the droplet; fails if it is gone. */
export const onDroplet =
  (open: (context: JobContext, droplet: Droplet) => Promise<Outcome<Opened>>) =>
  async (context: JobContext): Promise<Outcome<Opened>> => {
    const droplet = dropletOf(context);
    if (droplet) return open(context, droplet);
    return failed({ kind: 'not-found', message: `There is no droplet ${context.thing.name} any more.` });
  };

export const isOn = (context: JobContext): boolean => dropletOf(context)?.status === 'active';

/** One action of the droplet. */
export const act = (
  thing: Thing,
  label: string,
  body: Record<string, string | number | boolean | Record<string, string | number>>,
): Step => ({
  label,
  operationId: 'dropletActions_post',
  path: { droplet_id: thing.id },
  body,
});

/**
 * Turns it off, and waits until it is. A shutdown is a request to its system, which may ignore it: then its power is cut, if
 * that was wanted.
 */
export function stopSteps(thing: Thing, isPowerCut: boolean): Step[] {
  const cut: Step = {
    ...act(thing, 'Cut the power', { type: 'power_off' }),
    isAwaited: true,
    isNeeded: (droplets) => droplets.get(Number(thing.id))?.status !== 'off',
  };
  return [{ ...act(thing, 'Shut down', { type: 'shutdown' }), isAwaited: true }, ...(isPowerCut ? [cut] : [])];
}

/** Why nothing at all can be done with a droplet: it is archived, which is gone for good. `null` for every other thing. */
export const archivedReason = ({ familyId, row, name }: Thing): string | null =>
  familyId === 'droplets_list' && textAt(row, 'status') === 'archive' ? `${name} is archived.` : null;

/** Why nothing can be changed about the droplet itself now. */
export function off({ row, name, owner }: Thing): string | null {
  if (listAt(row, 'tags').some((tag) => String(tag).startsWith('k8s:'))) {
    const cluster = owner?.kind === 'cluster' ? `The Kubernetes cluster ${owner.name}` : 'Kubernetes';
    return `${cluster} keeps ${name}: change its node pool instead.`;
  }
  if (textAt(row, 'status') === 'new') return `${name} is still being made.`;
  return row.locked === true ? `Another action runs on ${name}.` : null;
}

/** The same for what ends a droplet or changes what it is: its autoscale pool would put another one in its place. */
export function offWhileKept(thing: Thing): string | null {
  const { owner, name } = thing;
  return owner?.kind === 'autoscale-pool'
    ? `The autoscale pool ${owner.name} keeps ${name}: change the pool instead.`
    : off(thing);
}
