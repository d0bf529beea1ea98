import { z } from 'zod';
import { usualLeads } from './coming-kinds.ts';
import { isPlainProxy } from './proxy-url.ts';
import { isSshUser } from './ssh.ts';

/** Local wall-clock time, `HH:MM`. */
const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const lead = z.number().int().min(0).max(365);

/** A pinned thing as it is kept: where it is, and what it was called when it was pinned. */
const pinnedThingSchema = z.object({
  /** As `pinKey` makes it. */
  key: z.string(),
  connectionId: z.string(),
  familyId: z.string(),
  parent: z.record(z.string(), z.string()).default({}),
  /** Its own id, as the API's paths want it. */
  itemId: z.string(),
  name: z.string(),
});
export type PinnedThing = z.infer<typeof pinnedThingSchema>;

/**
 * What the person chose. Every field has a default, and a group consists of fields. A new setting needs a line here and a
 * place on the settings screen: what a patch may contain, how it is merged and what is read from an older file follow from
 * this shape.
 */
export const settingsSchema = z.object({
  appearance: z.enum(['system', 'light', 'dark']).default('system'),
  polling: z
    .object({
      /** Seconds between polls of droplets and of actions. The budget may stretch them. */
      intervalSeconds: z.number().int().min(30).max(3600).default(60),
      /** Poll a fifth as often on battery while the window is closed. */
      isGentleOnBattery: z.boolean().default(true),
      /** Read the CPU of droplets in sight for the drawings in lists and on pins. They give up before any other poll. */
      hasSparks: z.boolean().default(true),
      /** How closely uptime checks and alert policies are watched: how many requests that may take. */
      watching: z.enum(['sparing', 'usual', 'close']).default('usual'),
    })
    .prefault({}),
  notices: z
    .object({
      isOn: z.boolean().default(true),
      /**
       * Kinds of notice that are switched off. A kind that this version does not know is kept, because another version wrote
       * it.
       */
      muted: z.array(z.string()).default([]),
      /** May span midnight. */
      quietHours: z
        .object({ isOn: z.boolean().default(false), from: wallClock.default('22:00'), to: wallClock.default('07:00') })
        .prefault({}),
      /** No notices until then, Unix milliseconds; `null`: none. */
      snoozedUntilMs: z.number().nullable().default(null),
    })
    .prefault({}),
  /** How many days before something ends or begins one is told of it first, by kind; 0: never. */
  coming: z
    .object({
      certificates: lead.default(usualLeads.certificates),
      tokens: lead.default(usualLeads.tokens),
      keys: lead.default(usualLeads.keys),
      versions: lead.default(usualLeads.versions),
      maintenance: lead.default(usualLeads.maintenance),
      backups: lead.default(usualLeads.backups),
    })
    .prefault({}),
  /** Spending of the month over all teams, in US dollars, from which there is a notice; `null`: no notice. */
  spendThresholdUsd: z.number().positive().nullable().default(null),
  costs: z
    .object({
      /** Percent of the limit from which there is a notice before it is reached; `null`: none. */
      warnAtPercent: z.number().int().min(10).max(99).nullable().default(80),
      /** Things that cost and serve nothing, and that the person wants to keep and not be told of again, as `idleKey` makes them. */
      kept: z.array(z.string().max(700)).max(2000).default([]),
    })
    .prefault({}),
  startAtLogin: z.boolean().default(false),
  /** For desktops that show no tray icon. */
  withoutTray: z
    .object({
      /** What closing the window does: quits, or stays and leaves Buoy running unseen. The first time Buoy asks. */
      closing: z.enum(['ask', 'quit', 'stay']).default('ask'),
      /** The person has read that this desktop shows no tray icon, and need not be told again. */
      isSaid: z.boolean().default(false),
    })
    .prefault({}),
  /** Ask before a power cycle. False once the person chose not to be asked again. */
  isPowerCycleConfirmed: z.boolean().default(true),
  /** What is kept at the top, in the person's own order: droplets as `connectionId:dropletId`, other things as `pinKey` makes it. */
  pinned: z.array(z.string()).default([]),
  /** The pinned things that are no droplets. A row without its key in `pinned` is not used. */
  pinnedThings: z.array(pinnedThingSchema).default([]),
  /** Addresses that were typed last to let them in somewhere, with spaces between them: they are offered the next time. */
  lastAddresses: z.string().max(1000).default(''),
  /** Ids of favourite operations; at most as many as the API has. */
  favouriteOperations: z.array(z.string()).max(659).default([]),
  /**
   * Read DigitalOcean's status page, the one other host that Buoy asks. Off until the person switches it on, because Buoy promises
   * to send nothing elsewhere.
   */
  isStatusPageRead: z.boolean().default(false),
  /** How requests leave this machine. */
  proxy: z
    .object({
      /** `system`: as the environment or the system says. `own`: by `url`. */
      mode: z.enum(['system', 'none', 'own']).default('system'),
      url: z
        .string()
        .max(300)
        .refine((text) => text === '' || isPlainProxy(text))
        .default(''),
    })
    .prefault({}),
  ssh: z
    .object({
      user: z.string().refine(isSshUser).default('root'),
      port: z.number().int().min(1).max(65535).default(22),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Fields by name. A field without a default, or a group without `prefault({})`, does not compile. */
export interface SettingsGroup extends z.ZodObject<Readonly<Record<string, SettingsField>>> {}
export type SettingsField = z.ZodDefault<z.ZodType> | z.ZodPrefault<SettingsGroup>;

export const isGroup = (field: SettingsField | undefined): field is z.ZodPrefault<SettingsGroup> =>
  field instanceof z.ZodPrefault;

/** At every depth, each field may be left out and has no default: Zod would fill in the defaults of optional fields too. */
type PatchOf<S> = z.ZodObject<{
  [K in keyof S]: z.ZodExactOptional<
    S[K] extends z.ZodPrefault<z.ZodObject<infer Inner>> ? PatchOf<Inner> : S[K] extends z.ZodDefault<infer Inner> ? Inner : never
  >;
}>;
function patchOf<S extends SettingsGroup['shape']>(group: z.ZodObject<S>): PatchOf<S> {
  const fields = Object.entries<SettingsField>(group.shape).map(([name, field]) => {
    return [name, (isGroup(field) ? patchOf(field.unwrap()) : field.unwrap()).exactOptional()];
  });
  return z.object(Object.fromEntries(fields)) as PatchOf<S>;
}

/** A change to the settings: only the fields in it change. Pinning has commands of its own. */
export const settingsPatchSchema = patchOf(settingsSchema.omit({ pinned: true, pinnedThings: true }));
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

type Values = Readonly<Record<string, unknown>>;

/** The settings with a change. In a group only the named fields change, at every depth; a list is replaced whole. */
export const patched = (settings: Settings, patch: SettingsPatch): Settings =>
  settingsSchema.parse(merged(settingsSchema, settings, patch));

function merged({ shape }: SettingsGroup, values: Values, patch: Values): Values {
  const changes = Object.entries(patch).map(([name, value]) => {
    const field = shape[name];
    return [name, isGroup(field) ? merged(field.unwrap(), values[name] as Values, value as Values) : value];
  });
  return { ...values, ...Object.fromEntries(changes) };
}
