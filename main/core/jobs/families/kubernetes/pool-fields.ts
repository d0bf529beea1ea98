import type { JobField } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, number, option, text } from '../../fields.ts';
import { textAt } from '../../thing.ts';
import type { sizesBySlug } from './cluster-facts.ts';

export const nodesAtMost = 512;

/** A name in a cluster. */
export const nameField = (label: string, value = ''): JobField =>
  text({
    name: 'name',
    label,
    value,
    pattern: { source: '[a-z0-9]([a-z0-9\\-]*[a-z0-9])?', words: 'small letters, digits and - only' },
  });

/** Of the sizes that Kubernetes offers, with what else is known of them. */
export const sizeField = (sizes: readonly JsonObject[], known: Awaited<ReturnType<typeof sizesBySlug>>): JobField =>
  choice({
    name: 'size',
    label: 'Size of a node',
    choices: sizes.map((size) => {
      const slug = textAt(size, 'slug');
      return option(slug, known.get(slug)?.words ?? textAt(size, 'name'), slug);
    }),
  });

export const countField = (value: number): JobField =>
  number({ name: 'count', label: 'Nodes', value, minimum: 1, maximum: nodesAtMost, unit: 'nodes' });
