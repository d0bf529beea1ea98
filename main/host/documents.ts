import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Outcome, success } from '../../preload/contract/failure.ts';
import type { Clock, DocumentName, Documents, Log } from '../core/ports.ts';
import { documentWords } from '../core/words/documents.ts';

/** The part of conf and electron-store that documents need; both have it. Setting `store` writes atomically. */
export interface DocumentStore {
  readonly path: string;
  store: Record<string, unknown>;
}

export interface DocumentsOptions {
  /** Absolute path. It is created with mode 700 if it is missing. */
  folder: string;
  /**
   * Opens `<folder>/<name>.json` with file mode 600. Throws a `SyntaxError` when the file is not JSON, and must not clear it
   * then.
   */
  open(name: DocumentName, folder: string): DocumentStore;
  clock: Pick<Clock, 'now'>;
  log: Log;
}

/**
 * Buoy's documents, each in a JSON file of its own as `{"value": …}`. A file with another content is renamed and keeps its
 * content. A file that cannot be read for another reason is left alone and gives a `storage` failure.
 */
export function createDocuments({ folder, open, clock, log }: DocumentsOptions): Documents {
  const stores = new Map<DocumentName, DocumentStore>();

  /** Throws what the file system throws. */
  function openStore(name: DocumentName): { store: DocumentStore; setAside: string | null } {
    const known = stores.get(name);
    if (known) return { store: known, setAside: null };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const opened = tryOpen(name);
    const setAside = opened === null ? moveAside(name) : null;
    const store = opened ?? open(name, folder);
    stores.set(name, store);
    return { store, setAside };
  }

  /** `null`: the file is corrupt. */
  function tryOpen(name: DocumentName): DocumentStore | null {
    try {
      const store = open(name, folder);
      return 'value' in store.store || isBlank(store.path) ? store : null;
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
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
    read: (name) =>
      attempt(name, 'read', () => {
        const { store, setAside } = openStore(name);
        return { value: store.store.value ?? null, setAside };
      }),
    write: (name, value) =>
      attempt(name, 'written', () => {
        openStore(name).store.store = { value };
        return null;
      }),
  };
}

/** JSON that is not an object reads as an empty store, and the next write would then overwrite it. */
function isBlank(path: string): boolean {
  return !existsSync(path) || readFileSync(path, 'utf8').trim() === '{}';
}

function freeName(folder: string, stem: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${stem}${count === 1 ? '' : `-${count}`}.json`);
    if (!existsSync(path)) return path;
  }
}
