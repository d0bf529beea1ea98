import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import { option } from '../../fields.ts';
import type { Ask, Thing } from '../../job.ts';
import { listAt, regionOf, textAt } from '../../thing.ts';

export const vpcsOf = ({ row }: Thing): string[] => listAt(row, 'vpc_ids').map(String);

/** Nothing but deleting goes while it is being made. */
export const off = (thing: Thing): string | null =>
  textAt(thing.row, 'status') === 'CREATING' ? `${thing.name} is still being made.` : null;

/** The VPCs of the share's region: those that have it, or those that do not. */
export async function vpcChoices(ask: Ask, thing: Thing, hasIt: boolean): Promise<Outcome<ReturnType<typeof option>[]>> {
  const vpcs = await ask.list('vpcs_list');
  if (!vpcs.ok) return vpcs;
  const near = vpcs.value.filter((vpc) => textAt(vpc, 'region') === regionOf(thing.row));
  const fitting = near.filter((vpc) => vpcsOf(thing).includes(textAt(vpc, 'id')) === hasIt);
  return success(fitting.map((vpc) => option(textAt(vpc, 'id'), textAt(vpc, 'name'), textAt(vpc, 'ip_range'))));
}
