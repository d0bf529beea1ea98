import { isRow, listOf, type Row, textOf } from '../../world/table.ts';

const encrypted = 'EV[';

/** A spec as it is read: nobody can read a value again that was saved as a secret. `digits` makes what stands there in its place. */
export function withEncryptedSecrets(spec: Row, digits: () => string): Row {
  const hidden = (row: Row): Row => {
    if (!Array.isArray(row.envs)) return row;
    const envs = listOf(row, 'envs').map((env) =>
      isRow(env) && env.type === 'SECRET' && !textOf(env, 'value').startsWith(encrypted)
        ? { ...env, value: `${encrypted}1:${digits()}]` }
        : env,
    );
    return { ...row, envs };
  };
  const parts = Object.entries(spec).map(([name, part]) => [
    name,
    Array.isArray(part) ? part.map((one) => (isRow(one) ? hidden(one) : one)) : part,
  ]);
  return hidden({ ...Object.fromEntries(parts), ...(Array.isArray(spec.envs) ? { envs: spec.envs } : {}) });
}
