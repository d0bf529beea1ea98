import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Outcome, success } from '../../preload/contract/failure.ts';
import type { Clock, DocumentName, Documents, Log } from '../core/ports.ts';
import { documentWords } from '../core/words/documents.ts';
import { type DocumentFile, documentFile } from './document-file.ts';
import { keepPrivate } from './private-folder.ts';

export interface DocumentsOptions {
  /** Absolute path. It is made if it is missing, and only its owner may enter it. */
  folder: string;
  clock: Pick<Clock, 'now'>;
  log: Log;
  /** Opens the file of a document. Tests pass a disk that is full. */
  open?(name: DocumentName, folder: string): DocumentFile;
}

/** The last view of a large account has megabytes. */
const openFile = (name: DocumentName, folder: string): DocumentFile =>
  documentFile(folder, name, { isCompact: name === 'last-view' });

/**
 * Buoy's documents, each in a JSON file of its own as `{"value": …}`. A file with another content is renamed and keeps its
 * content. A file that cannot be read for another reason is left alone and gives a `storage` failure.
 */
export function createDocuments({ folder, clock, log, open = openFile }: DocumentsOptions): Documents {
  /** Documents whose file was looked at in this run. One that was not could be corrupt, and must not be written over. */
  const known = new Set<DocumentName>();

  /** The content and, if the file was corrupt, where that is now. Throws what the file system throws. */
  function look(name: DocumentName): { value: unknown; setAside: string | null } {
    keepPrivate(folder);
    const content = contentOf(open(name, folder));
    const isCorrupt = content === 'corrupt';
    const setAside = isCorrupt ? moveAside(name) : null;
    known.add(name);
    return { value: isCorrupt ? null : content, setAside };
  }

  function moveAside(name: DocumentName): string {
    const aside = freeName(folder, `${name}.corrupt-${new Date(clock.now()).toISOString().replaceAll(':', '-')}`);
    renameSync(join(folder, `${name}.json`), aside);
    log.warn(`${name}.json was corrupt and is kept as ${aside}`);
    return aside;
  }

  async function attempt<T>(name: DocumentName, verb: 'read' | 'written', run: () => T): Promise<Outcome<T>> {
    try {
      return success(run());
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log.warn(`${name}.json could not be ${verb}: ${code}`);
      return failed(documentWords.unusable(join(folder, `${name}.json`), verb, code));
    }
  }

  return {
    read: (name) => attempt(name, 'read', () => look(name)),
    write: (name, value) =>
      attempt(name, 'written', () => {
        if (!known.has(name)) look(name);
        open(name, folder).write({ value });
        return null;
      }),
    setAside: (name) =>
      attempt(name, 'read', () => {
        known.add(name);
        return moveAside(name);
      }),
  };
}

/** The value in the file, and `null` when there is none yet. A value of `null` is never written, so it counts as corrupt. */
function contentOf(file: DocumentFile): unknown {
  try {
    const content = file.read();
    if (content === null || Object.keys(content).length === 0) return null;
    return content.value ?? 'corrupt';
  } catch (error) {
    if (error instanceof SyntaxError) return 'corrupt';
    throw error;
  }
}

function freeName(folder: string, stem: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${stem}${count === 1 ? '' : `-${count}`}.json`);
    if (!existsSync(path)) return path;
  }
}
