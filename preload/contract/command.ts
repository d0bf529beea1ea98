import { z } from 'zod';
import { failureSchema } from './failure-schema.ts';
import { settingsPatchSchema } from './settings.ts';

/** Action types that Buoy offers for droplets, in the API's words. */
export const dropletActionTypes = [
  'power_on',
  'power_off',
  'power_cycle',
  'reboot',
  'shutdown',
  'snapshot',
  'enable_backups',
  'disable_backups',
  'enable_ipv6',
  'rename',
  'resize',
  'rebuild',
  'restore',
  'password_reset',
] as const;
export const dropletActionTypeSchema = z.enum(dropletActionTypes);
export type DropletActionType = z.infer<typeof dropletActionTypeSchema>;

/** Action types that the API also accepts for all droplets with a tag. */
export const tagActionTypes = [
  'power_on',
  'power_off',
  'power_cycle',
  'shutdown',
  'snapshot',
  'enable_backups',
  'disable_backups',
  'enable_ipv6',
] as const;
export const tagActionTypeSchema = z.enum(tagActionTypes);
export type TagActionType = z.infer<typeof tagActionTypeSchema>;

const connectionId = z.string().min(1).max(64);
/** `connectionId:dropletId`. */
const dropletKey = z.string().regex(/^[^:]+:\d+$/);
/** Key of anything that is pinned. */
const pinned = z.string().min(1).max(3000);

const dropletAction = z.object({
  kind: z.literal('droplet-action'),
  dropletKeys: z.array(dropletKey).min(1).max(500),
  type: dropletActionTypeSchema,
  /** New name for `rename`, snapshot name for `snapshot`, size slug for `resize`, image slug or id for `rebuild`/`restore`. */
  value: z.string().max(255).optional(),
  /** For `resize`: grow the disk too, which cannot be undone. */
  isDiskResized: z.boolean().optional(),
});
/** Key of a row of the `attention` table. */
const matter = z.string().min(1).max(300);
/** Keeps notices of one matter off the desktop for a while; if it still stands then, it is told again. */
const snoozeMatter = z.object({
  kind: z.literal('snooze-matter'),
  matter,
  minutes: z.number().int().min(1).max(10_080),
});
const endSnooze = z.object({ kind: z.literal('end-snooze'), matter });

/** What a button of a notice may ask. The buttons are stored, so that nothing that reads a file can start more than this. */
export const noticeCommandSchema = z.discriminatedUnion('kind', [dropletAction, snoozeMatter, endSnooze]);

/** What a person may ask Buoy to do, in the window, the tray or a dialog. Reading is not a command. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refresh'), connectionId: connectionId.optional() }),
  /** `null`: until resumed. */
  z.object({ kind: z.literal('pause-polling'), untilMs: z.number().nullable() }),
  z.object({ kind: z.literal('resume-polling') }),
  z.object({
    kind: z.literal('add-connection'),
    token: z.string().max(1024),
    label: z.string().max(80).optional(),
    /** Keep the token in memory only, and forget it when Buoy quits. */
    isForThisRunOnly: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('replace-token'),
    connectionId,
    token: z.string().max(1024),
    isForThisRunOnly: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('rename-connection'), connectionId, label: z.string().min(1).max(80) }),
  /** The day on which the token ends, as the person knows it; `null`: not known. */
  z.object({ kind: z.literal('set-token-end'), connectionId, endsOn: z.iso.date().nullable() }),
  z.object({ kind: z.literal('remove-connection'), connectionId }),
  /** Starts the demo account and adds its teams. */
  z.object({ kind: z.literal('open-demo') }),
  /** Removes the demo account's teams. */
  z.object({ kind: z.literal('close-demo') }),
  dropletAction,
  z.object({
    kind: z.literal('tag-action'),
    connectionId,
    tag: z.string().min(1).max(255),
    type: tagActionTypeSchema,
    value: z.string().max(255).optional(),
  }),
  z.object({ kind: z.literal('delete-droplet'), dropletKey, isWithAssociated: z.boolean().optional() }),
  z.object({ kind: z.literal('pin-droplet'), dropletKey, isPinned: z.boolean() }),
  z.object({
    kind: z.literal('pin-thing'),
    connectionId,
    familyId: z.string().min(1).max(100),
    parent: z.record(z.string().max(100), z.string().max(300)),
    id: z.string().min(1).max(300),
    /** What it is called while it cannot be read. */
    name: z.string().max(300),
  }),
  z.object({ kind: z.literal('unpin'), key: pinned }),
  /** Moves a pin to a place among the pins, counted from 0; beyond the last it becomes the last. */
  z.object({ kind: z.literal('move-pin'), key: pinned, place: z.number().int().min(0).max(10_000) }),
  z.object({ kind: z.literal('update-settings'), patch: settingsPatchSchema }),
  /** Without keys: all of them. */
  z.object({ kind: z.literal('mark-notices-read'), keys: z.array(z.string().max(300)).max(600).optional() }),
  snoozeMatter,
  endSnooze,
  z.object({ kind: z.literal('clear-notices') }),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandKind = Command['kind'];

/** The person's answer to a `Confirmation`. */
export const confirmationAnswerSchema = z.object({
  id: z.string(),
  /** What the person typed, when the question asked for a name. */
  typed: z.string().optional(),
  /** Do not ask again for this kind of command (power cycle only). */
  isRemembered: z.boolean().optional(),
});
export type ConfirmationAnswer = z.infer<typeof confirmationAnswerSchema>;

/** The question before something that can do harm. The core makes it; a host's dialog or the page shows it. */
export const confirmationSchema = z.object({
  /** Identifies this question. An answer with another id is refused. Valid for ten minutes. */
  id: z.string(),
  level: z.enum(['disruptive', 'destructive']),
  /** The question, with the thing's name: "Power cycle web-02?" */
  title: z.string(),
  /** Effect and team, one sentence each. */
  lines: z.array(z.string()),
  /** What is deleted for good, and what stays and what that costs; both empty when nothing is deleted. */
  goes: z.array(z.string()),
  stays: z.array(z.object({ text: z.string(), priceMonthlyUsd: z.string().nullable() })),
  /** What all that stays costs a month, as far as that is told; absent where nothing stays. */
  staysMonthlyUsd: z.string().exactOptional(),
  /** The text to type exactly; `null`: nothing has to be typed. */
  typeToConfirm: z.string().nullable(),
  /** The verb on the button: "Power cycle". */
  confirmLabel: z.string(),
  canBeRemembered: z.boolean(),
});
export type Confirmation = z.infer<typeof confirmationSchema>;

/** How a command ended, or what it needs first. */
export const commandResultSchema = z.discriminatedUnion('status', [
  /** Done. `message` is one sentence for the person; `null` when the effect is plain to see. */
  z.object({ status: z.literal('done'), message: z.string().nullable() }),
  /** Actions are running now; the `actions` table shows how they go on. `failures` names those that did not start. */
  z.object({
    status: z.literal('started'),
    message: z.string(),
    actionKeys: z.array(z.string()),
    failures: z.array(z.object({ name: z.string(), failure: failureSchema })),
  }),
  z.object({ status: z.literal('needs-confirmation'), confirmation: confirmationSchema }),
]);
export type CommandResult = z.infer<typeof commandResultSchema>;
