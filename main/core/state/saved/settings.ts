import { isGroup, type Settings, type SettingsGroup, settingsSchema } from '../../../../preload/contract/settings.ts';

/**
 * Settings as far as they can be understood: a field that cannot be read gets its default, at every depth, and the others
 * stay. `null` for something that is not an object.
 */
export const readSettings = (saved: unknown): Settings | null =>
  typeof saved === 'object' && saved !== null ? settingsSchema.parse(understood(settingsSchema, saved)) : null;

function understood({ shape }: SettingsGroup, saved: unknown): Record<string, unknown> {
  // Something that is not an object has no fields.
  const values: Readonly<Record<string, unknown>> = { ...(saved as object) };
  const fields = Object.entries(shape).map(([name, field]) => {
    if (isGroup(field)) return [name, understood(field.unwrap(), values[name])];
    const read = field.safeParse(values[name]);
    return [name, read.success ? read.data : field.parse(undefined)];
  });
  return Object.fromEntries(fields);
}
