import { holdsSecret } from '../../../preload/contract/secrets.ts';
import type { Operation } from '../digitalocean/catalogue/types.ts';

/** Operations whose whole answer is a secret that no field names: an address that opens a shell, a file with a key in it. */
const secretAsWhole = new Set(['apps_get_exec', 'apps_get_exec_active_deployment', 'kubernetes_get_kubeconfig']);

/** Whether the page must hide the answer until the person asks to see it. Such an answer is never logged. */
export const isSecretAnswer = ({ id }: Pick<Operation, 'id'>, body: unknown): boolean =>
  secretAsWhole.has(id) || holdsSecret(body);
