import {
  isGroup,
  type Settings,
  type SettingsField,
  type SettingsGroup,
  settingsSchema,
} from '../../../../preload/contract/settings.ts';

/**
 * Settings as far as they can be understood: a field that cannot be read gets its default, at every depth, and the others
 * stay, and so does an entry of a list. `null` for something that is not an object.
 */
export const readSettings = (saved: unknown): Settings | null =>
  typeof saved === 'object' && saved !== null ? settingsSchema.parse(understood(settingsSchema, saved)) : null;

function understood({ shape }: SettingsGroup, saved: unknown): Record<string, unknown> {
  // Something that is not an object has no fields.
  const values: Readonly<Record<string, unknown>> = { ...(saved as object) };
  const fields = Object.entries(shape).map(([name, field]) => {
    if (isGroup(field)) return [name, understood(field.unwrap(), values[name])];
    const read = field.safeParse(values[name]);
    return [name, read.success ? read.data : (entries(field, values[name]) ?? field.parse(undefined))];
  });
  return Object.fromEntries(fields);
}

/** The entries of a list that can be read; `null` for anything else, and for a list that is too long. */
function entries(field: SettingsField, value: unknown): unknown {
  if (!Array.isArray(value)) return null;
  const read = field.safeParse(value.filter((entry) => field.safeParse([entry]).success));
  return read.success ? read.data : null;
}
