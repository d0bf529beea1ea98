import type { Failure } from '../../../../preload/contract/failure.ts';
import type { JobField } from '../../../../preload/contract/job.ts';

/** What the API refuses because of what a person filled in. */
const ofValues: readonly Failure['kind'][] = ['unprocessable', 'conflict', 'http-error', 'invalid-arguments'];

/** Fields that are called otherwise in forms than in the API, whose words its refusals are in. */
const calledHere: Readonly<Record<string, readonly string[]>> = {
  certificate_chain: ['chain'],
  data: ['host', 'address', 'address6', 'text', 'issuer'],
  description: ['about'],
  dns_names: ['names'],
  droplet_id: ['droplet'],
  filesystem_type: ['system'],
  ip_range: ['range'],
  leaf_certificate: ['certificate'],
  max_instances: ['max'],
  max_nodes: ['max'],
  min_instances: ['min'],
  min_nodes: ['min'],
  num_nodes: ['nodes'],
  private_key: ['key'],
  public_key: ['key'],
  size_gib: ['size'],
  size_gigabytes: ['size'],
  size_unit: ['nodes'],
  threshold: ['slow', 'days'],
};

/** The failure at the field that it is about: the one that it names, else the one that the API's sentence has first. */
export function placed(failure: Failure, fields: readonly JobField[]): Failure {
  if (!ofValues.includes(failure.kind) || fields.some(({ name }) => name === failure.field)) return failure;
  const told = failure.field?.split(/[./]/).at(-1) ?? '';
  const text = (failure.errorMessage ?? failure.message).toLowerCase();
  const words = [
    ...Object.entries(calledHere).flatMap(([word, names]) => names.map((name) => ({ word, name }))),
    ...fields.flatMap(({ name, label }) => [name, label].map((word) => ({ word, name }))),
  ].filter(({ name }) => fields.some((field) => field.name === name));
  const [first] = words
    .map(({ word, name }) => ({ name, at: placeOf(word, text) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  const field = words.find(({ word }) => word === told)?.name ?? first?.name;
  return field === undefined ? failure : { ...failure, field };
}

/** Where a word stands in a text by itself; -1 if nowhere. The API writes `size_gigabytes` and "size gigabytes". */
function placeOf(word: string, text: string): number {
  const pattern = word.toLowerCase().replaceAll(/[^a-z0-9]+/g, '[^a-z0-9]+');
  return pattern.length < 2 ? -1 : text.search(new RegExp(`(?<![a-z0-9])${pattern}(?![a-z0-9])`));
}
