import fc from 'fast-check';
import { z } from 'zod';
import type { Schema } from '../../../preload/contract/catalogue.ts';
import {
  isGroup,
  type Settings,
  type SettingsField,
  type SettingsGroup,
  settingsSchema,
} from '../../../preload/contract/settings.ts';
import { bodyValue } from '../../unit/renderer/forms/value-arbitrary.ts';

export type Fields = Record<string, unknown>;

/** A field of the settings that is not a group, with the names that lead to it. */
export interface SettingsLeaf {
  path: string[];
  field: Exclude<SettingsField, z.ZodPrefault<SettingsGroup>>;
}

/** All fields that the schema has now, so that fields added later are tested too. */
export const settingsLeaves: readonly SettingsLeaf[] = leavesOf(settingsSchema, []);

function leavesOf({ shape }: SettingsGroup, above: readonly string[]): SettingsLeaf[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const path = [...above, name];
    return isGroup(field) ? leavesOf(field.unwrap(), path) : { path, field };
  });
}

/** A value that the field takes. */
export const fieldValue = ({ field }: SettingsLeaf): fc.Arbitrary<unknown> =>
  bodyValue(z.toJSONSchema(field, { target: 'openapi-3.0' }) as Schema, {}).filter((value) => field.safeParse(value).success);

export const anySettings: fc.Arbitrary<Settings> = fc
  .tuple(...settingsLeaves.map(fieldValue))
  .map(
    (values) => values.reduce<unknown>((all, value, at) => withValue(all, settingsLeaves[at]?.path ?? [], value), {}) as Settings,
  );

/** The same values, except for that one. */
export function withValue(values: unknown, [name, ...below]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  return { ...(values as Fields), [name]: withValue((values as Fields | undefined)?.[name], below, value) };
}
