import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, whatever the working folder is. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export const modules = resolve(root, 'node_modules');
