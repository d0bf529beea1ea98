import type { JobChoice } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { option } from '../../fields.ts';
import { textAt } from '../../thing.ts';

/** VPCs to choose from, by name. */
export const vpcChoices = (vpcs: readonly JsonObject[]): JobChoice[] =>
  vpcs.map((row) => option(textAt(row, 'id'), textAt(row, 'name'), `${textAt(row, 'region')}, ${textAt(row, 'ip_range')}`));

/** The region of each VPC, by its id. */
export const regionOfVpc = (vpcs: readonly JsonObject[]): JsonObject =>
  Object.fromEntries(vpcs.map((row) => [textAt(row, 'id'), textAt(row, 'region')]));
