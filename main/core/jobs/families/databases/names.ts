import type { JobField } from '../../../../../preload/contract/job.ts';
import { text } from '../../fields.ts';

/** A name inside a cluster: of a user, a database, a pool, a topic. At most so many signs. */
export const nameField = (label: string, longest: number, value = ''): JobField =>
  text({
    name: 'name',
    label,
    value,
    pattern: { source: `[A-Za-z0-9_][A-Za-z0-9_.\\-]{0,${longest - 1}}`, words: 'letters, digits, _, . and - only' },
  });
