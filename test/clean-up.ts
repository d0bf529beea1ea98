import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './doubles/temporary-folder.ts';

// Runs for each test file, before it sets its own hooks. Those then run first, so what they close lets go of its folder.
afterAll(removeTemporaryFolders);
