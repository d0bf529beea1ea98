import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import type { JobContext, Plan, Step } from '../../job.ts';

/**
 * An attached volume sometimes grows only while its droplet is off.
 * https://github.com/digitalocean/terraform-provider-digitalocean/issues/357
 */
export function whileOff({ thing }: JobContext, droplet: Droplet | undefined, grow: Step): Pick<Plan, 'ifFailed'> {
  if (droplet?.status !== 'active') return {};
  const on = (label: string, type: string) => powerStep(String(droplet.id), label, type);
  return {
    ifFailed: {
      label: `Shut ${droplet.name} down, grow, power it on`,
      steps: [
        { ...on('Shut down', 'shutdown'), isAwaited: true },
        { ...grow, isAwaited: true },
        { ...on('Power on', 'power_on'), standsAlone: true },
      ],
      done: () => `${thing.name} has grown, and ${droplet.name} is being powered on.`,
    },
  };
}

const powerStep = (id: string, label: string, type: string): Step => ({
  label,
  operationId: 'dropletActions_post',
  path: { droplet_id: id },
  body: { type },
});
