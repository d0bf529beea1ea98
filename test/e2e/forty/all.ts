import { appRows } from './apps.ts';
import { computeRows } from './compute.ts';
import { databaseRows } from './databases.ts';
import { kubernetesRows } from './kubernetes.ts';
import { networkRows } from './network.ts';
import type { Row } from './row.ts';
import { storageRows } from './storage.ts';
import { watchingRows } from './watching.ts';

/** The forty jobs in the order of their numbers. */
export const rows: readonly Row[] = [
  ...storageRows,
  ...appRows,
  ...databaseRows,
  ...kubernetesRows,
  ...networkRows,
  ...computeRows,
  ...watchingRows,
].sort((one, other) => one.number - other.number);
