import Conf from 'conf';
import type { DocumentName } from '../core/ports.ts';
import type { DocumentStore } from './documents.ts';

/** A document on `conf`, which writes to a temporary file, flushes it, and renames it into place. */
export function openConfStore(name: DocumentName | 'web-sessions', folder: string): DocumentStore {
  return new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: name,
    configFileMode: 0o600,
    clearInvalidConfig: false,
    // The last view of a large account has megabytes. Without line breaks it is written in a third of the time.
    serialize: (value) => (name === 'last-view' ? JSON.stringify(value) : `${JSON.stringify(value, null, 2)}\n`),
  });
}
