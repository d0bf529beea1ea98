import { z } from 'zod';

/** What the person chose. Every field has a default, so a file of an older version stays readable. */
export const settingsSchema = z.object({
  appearance: z.enum(['system', 'light', 'dark']).default('system'),
  polling: z
    .object({
      /** Seconds between polls of droplets and of actions, 30 to 3,600. Intervals stretch further when the budget asks. */
      intervalSeconds: z.number().int().min(30).max(3600).default(60),
      /** Poll a fifth as often while on battery with the window closed. */
      isGentleOnBattery: z.boolean().default(true),
    })
    .prefault({}),
  notices: z
    .object({
      isOn: z.boolean().default(true),
      /** Kinds that are switched off. One that this version does not know stays, for the version that wrote it. */
      muted: z.array(z.string()).default([]),
      /** Local wall-clock times, `HH:MM`; may span midnight. */
      quietHours: z
        .object({ isOn: z.boolean().default(false), from: z.string().default('22:00'), to: z.string().default('07:00') })
        .prefault({}),
      /** No notices until then, Unix milliseconds; `null`: none. */
      snoozedUntilMs: z.number().nullable().default(null),
    })
    .prefault({}),
  /** Month-to-date spend in US dollars over all teams that is worth a notice; `null`: none. */
  spendThresholdUsd: z.number().positive().nullable().default(null),
  startAtLogin: z.boolean().default(false),
  /** Power cycle without the confirm: the person switched it off. */
  isPowerCycleConfirmed: z.boolean().default(true),
  /** Droplets kept at the top, as `connectionId:dropletId`. */
  pinned: z.array(z.string()).default([]),
  /** Favourite operations by id. */
  favouriteOperations: z.array(z.string()).default([]),
  ssh: z.object({ user: z.string().default('root'), port: z.number().int().min(1).max(65535).default(22) }).prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A change to the settings: only what is named changes; objects merge one level deep. */
export const settingsPatchSchema = z.object({
  appearance: z.enum(['system', 'light', 'dark']).optional(),
  polling: z
    .object({ intervalSeconds: z.number().int().min(30).max(3600).optional(), isGentleOnBattery: z.boolean().optional() })
    .optional(),
  notices: z
    .object({
      isOn: z.boolean().optional(),
      muted: z.array(z.string()).optional(),
      quietHours: z
        .object({
          isOn: z.boolean(),
          from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
          to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
        })
        .optional(),
      snoozedUntilMs: z.number().nullable().optional(),
    })
    .optional(),
  spendThresholdUsd: z.number().positive().nullable().optional(),
  startAtLogin: z.boolean().optional(),
  isPowerCycleConfirmed: z.boolean().optional(),
  favouriteOperations: z.array(z.string()).max(659).optional(),
  ssh: z.object({ user: z.string().min(1).max(64), port: z.number().int().min(1).max(65535) }).optional(),
});
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
