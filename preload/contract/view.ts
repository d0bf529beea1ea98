import { z } from 'zod';
import { commandSchema } from './command.ts';
import { failureSchema, heldWindowSchema } from './failure.ts';
import { settingsSchema } from './settings.ts';

// In a file of its own, so that the page can use it without carrying the schema library.
export { resourceKey } from './resource-key.ts';

/**
 * What the page and the tray may know. The view is a set of *tables* (rows by key) and *singles* (small values). It crosses
 * the bridge once as a whole, then as patches that carry only what changed; rows are replaced whole, never edited.
 * No token, and nothing from which one could be made, is ever part of it.
 */

/** Where a click leads: a route of the page, such as `#/droplets/CONNECTION:ID`. */
export const routeSchema = z.string().regex(/^#\//).max(300);

export const budgetViewSchema = z.object({
  limit: z.number(),
  remaining: z.number(),
  resetAtMs: z.number().nullable(),
  /** Requests of Buoy's own in the last hour. */
  usedByBuoy: z.number(),
  /** DigitalOcean answered 429: nothing is sent until then, Unix milliseconds. */
  throttled: z.object({ untilMs: z.number() }).nullable(),
  /** Buoy waits on its own; `untilMs` null where only the next answer can tell. */
  held: z.object({ untilMs: z.number().nullable(), window: heldWindowSchema }).nullable(),
  queued: z.number(),
});
export type BudgetView = z.infer<typeof budgetViewSchema>;

/** Data of one kind for one connection: its age, whether it is being fetched, and why the last try failed. */
export const freshnessSchema = z.object({
  /** When the data shown was read; `null`: never. */
  fetchedAtMs: z.number().nullable(),
  isFetching: z.boolean(),
  /** Older than its interval allows. */
  isStale: z.boolean(),
  /** Why the last try failed; `null` after a success. Data shown may still be the older one. */
  failure: failureSchema.nullable(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

export const balanceViewSchema = z.object({
  /** Decimal strings as the API gives them. */
  monthToDateUsage: z.string(),
  monthToDateBalance: z.string(),
  accountBalance: z.string(),
  /** When DigitalOcean computed it. */
  generatedAtMs: z.number(),
  /** Straight-line estimate for the end of the month, US dollars; `null` in the first days. */
  forecastUsd: z.number().nullable(),
});
export type BalanceView = z.infer<typeof balanceViewSchema>;

export const connectionStatuses = [
  'checking',
  'ok',
  'offline',
  'throttled',
  'held',
  'refused',
  'waiting-for-vault',
  'secret-lost',
  'failing',
  'paused',
] as const;

/** One saved token: a team. */
export const connectionRowSchema = z.object({
  id: z.string(),
  label: z.string(),
  teamName: z.string(),
  /** One or two letters that tell teams apart. */
  monogram: z.string(),
  email: z.string().nullable(),
  accountStatus: z.string().nullable(),
  dropletLimit: z.number().nullable(),
  status: z.enum(connectionStatuses),
  /** The status as one sentence with its next step. */
  statusText: z.string(),
  lastWorkedAtMs: z.number().nullable(),
  isDemo: z.boolean(),
  isForThisRunOnly: z.boolean(),
  dropletCount: z.number(),
  attentionCount: z.number(),
  /** Sum of the droplets' monthly prices, US dollars. */
  dropletsMonthlyUsd: z.number(),
  droplets: freshnessSchema,
  actions: freshnessSchema,
  balance: balanceViewSchema.nullable(),
  balanceFreshness: freshnessSchema,
  budget: budgetViewSchema.nullable(),
});
export type ConnectionRow = z.infer<typeof connectionRowSchema>;

export const dropletRowSchema = z.object({
  /** `connectionId:dropletId`. */
  key: z.string(),
  connectionId: z.string(),
  id: z.number(),
  name: z.string(),
  status: z.enum(['new', 'active', 'off', 'archive', 'unknown']),
  /** As the API spells it. */
  statusRaw: z.string(),
  /** What a person sees: `down` = off without Buoy or a known action; `running` = an action runs on it. */
  condition: z.enum(['active', 'off', 'down', 'starting', 'archived', 'running', 'unknown']),
  /** The condition in words: "Active", "Off, still billed", "Rebooting". */
  conditionText: z.string(),
  /** Since when it is down; `null` otherwise. */
  downSinceMs: z.number().nullable(),
  isLocked: z.boolean(),
  isPinned: z.boolean(),
  /** Running action in the `actions` table; `null`: none. */
  actionKey: z.string().nullable(),
  regionSlug: z.string(),
  regionName: z.string(),
  sizeSlug: z.string(),
  memoryMb: z.number(),
  vcpus: z.number(),
  diskGb: z.number(),
  priceMonthlyUsd: z.number().nullable(),
  priceHourlyUsd: z.number().nullable(),
  imageName: z.string(),
  imageDistribution: z.string(),
  /** Left out where the image is gone, or has no slug. */
  imageId: z.number().exactOptional(),
  imageSlug: z.string().exactOptional(),
  publicV4: z.array(z.string()),
  privateV4: z.array(z.string()),
  publicV6: z.array(z.string()),
  tags: z.array(z.string()),
  features: z.array(z.string()),
  volumeIds: z.array(z.string()),
  snapshotIds: z.array(z.number()),
  backupIds: z.array(z.number()),
  vpcUuid: z.string().nullable(),
  /** When the next backup may begin; left out without backups. */
  nextBackupWindow: z.object({ startAtMs: z.number(), endAtMs: z.number() }).exactOptional(),
  createdAtMs: z.number(),
});
export type DropletRow = z.infer<typeof dropletRowSchema>;

/** Something that runs or ran: a DigitalOcean action, or another long operation that Buoy follows. */
export const actionRowSchema = z.object({
  /** `connectionId:actionId`, or `connectionId:follow-N` for what has no action. */
  key: z.string(),
  connectionId: z.string(),
  status: z.enum(['in-progress', 'completed', 'errored', 'unknown']),
  /** The API's type, such as `power_cycle`. */
  type: z.string(),
  /** What happens, in words with the thing's name: "Rebooting web-02", "Rebooted web-02", "Reboot of web-02 failed". */
  title: z.string(),
  resourceType: z.string(),
  resourceId: z.string().nullable(),
  resourceName: z.string(),
  /** Where a click leads; `null` where there is no page for it. */
  route: z.string().nullable(),
  startedAtMs: z.number(),
  completedAtMs: z.number().nullable(),
  startedBy: z.enum(['buoy', 'elsewhere']),
  /** Usual duration learned from finished ones, milliseconds; `null`: not enough of them. */
  usualMs: z.number().nullable(),
  usualRangeMs: z.tuple([z.number(), z.number()]).nullable(),
  /** Runs far longer than usual. */
  isSlow: z.boolean(),
  failure: failureSchema.nullable(),
});
export type ActionRow = z.infer<typeof actionRowSchema>;

/** A desktop notification, kept in the history. */
export const noticeRowSchema = z.object({
  key: z.string(),
  /** One of `meta.noticeKinds`; rows of another version may carry a kind that is not among them. */
  kind: z.string(),
  atMs: z.number(),
  title: z.string(),
  body: z.string(),
  connectionId: z.string().nullable(),
  route: z.string().nullable(),
  isRead: z.boolean(),
  /** It was said only here: quiet hours, a switch or a burst kept it from the desktop. */
  isSilent: z.boolean(),
  /** How many facts it stands for. */
  count: z.number(),
});
export type NoticeRow = z.infer<typeof noticeRowSchema>;

/** A kind of notice, as Settings offers it and as its notices are drawn. */
export const noticeKindViewSchema = z.object({
  kind: z.string(),
  /** As a sentence: "An action is done". */
  name: z.string(),
  icon: z.enum(['done', 'failed', 'slow', 'down', 'alert', 'spend', 'token']),
  /** A screen reader interrupts for it. */
  isUrgent: z.boolean(),
});
export type NoticeKindView = z.infer<typeof noticeKindViewSchema>;

/** Something that needs a person now. Most urgent first. */
export const attentionRowSchema = z.object({
  key: z.string(),
  severity: z.enum(['danger', 'warn']),
  /** What kind of thing, for its icon. */
  kind: z.enum(['droplet-down', 'action-errored', 'action-slow', 'token', 'vault', 'uptime', 'alert', 'spend', 'other']),
  title: z.string(),
  detail: z.string(),
  sinceMs: z.number().nullable(),
  connectionId: z.string().nullable(),
  route: z.string().nullable(),
  /** The one obvious thing to do, where there is one. */
  command: z.object({ label: z.string(), command: commandSchema }).nullable(),
});
export type AttentionRow = z.infer<typeof attentionRowSchema>;

/** What a menu entry does. */
export const menuDeedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command: commandSchema }),
  z.object({ kind: z.literal('copy'), text: z.string() }),
  z.object({ kind: z.literal('route'), route: routeSchema }),
  z.object({ kind: z.literal('quit') }),
]);
export type MenuDeed = z.infer<typeof menuDeedSchema>;

/** One line of the tray's menu. Depth at most 2: deeper menus misbehave on some desktops. */
export interface MenuNode {
  /** Unique in its menu and stable while it means the same thing. */
  id: string;
  type: 'item' | 'separator' | 'heading';
  label: string;
  /** Second, quieter text at the right: a status, an estimate, a price. Native menus append it. */
  detail: string | null;
  icon: string | null;
  isEnabled: boolean;
  deed: MenuDeed | null;
  children: MenuNode[];
  /** Progress in 0..1 of what the line stands for; `null`: none or unknown. */
  progress: number | null;
}
export const menuNodeSchema: z.ZodType<MenuNode> = z.lazy(() =>
  z.object({
    id: z.string(),
    type: z.enum(['item', 'separator', 'heading']),
    label: z.string(),
    detail: z.string().nullable(),
    icon: z.string().nullable(),
    isEnabled: z.boolean(),
    deed: menuDeedSchema.nullable(),
    children: z.array(menuNodeSchema),
    progress: z.number().nullable(),
  }),
);

export const trayFaces = ['ok', 'attention', 'busy', 'offline', 'throttled', 'signed-out', 'paused'] as const;
export type TrayFace = (typeof trayFaces)[number];
export const trayViewSchema = z.object({
  face: z.enum(trayFaces),
  /** First line of menu, page and tooltip: the state in words. */
  title: z.string(),
  subtitle: z.string(),
  /** Text beside the icon where the desktop has it (macOS); '' for none. */
  badge: z.string(),
  menu: z.array(menuNodeSchema),
});
export type TrayView = z.infer<typeof trayViewSchema>;

/** What this host can do. The page asks for these, never for the host's name. */
export const capabilitiesSchema = z.object({
  tray: z.boolean(),
  keychain: z.boolean(),
  desktopNotices: z.boolean(),
  startAtLogin: z.boolean(),
  /** Saves files through a dialog of the host; otherwise the browser downloads them. */
  saveDialog: z.boolean(),
  quit: z.boolean(),
  demo: z.boolean(),
  /** Opens a terminal for SSH. */
  terminal: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

export const metaViewSchema = z.object({
  version: z.string(),
  platform: z.string(),
  capabilities: capabilitiesSchema,
  isDemoOpen: z.boolean(),
  isOnline: z.boolean(),
  /** Polling is paused by the person; `null` in `untilMs` means until resumed. */
  pause: z.object({ untilMs: z.number().nullable() }).nullable(),
  /** Where the vault stands, in words, when it does not just work. */
  vaultProblem: failureSchema.nullable(),
  /** A file of Buoy's own that was corrupt and is kept aside, by path; `null`: none. */
  setAside: z.string().nullable(),
  /** The first read of connections ended: before it, nothing says whether this is a first run. */
  isLoaded: z.boolean(),
  /** In the order of Settings. */
  noticeKinds: z.array(noticeKindViewSchema).readonly(),
});
export type MetaView = z.infer<typeof metaViewSchema>;

/** State of one loaded resource family, per connection: rows are read on demand by `readResources`. */
export const resourceStateSchema = z.object({
  /** As `resourceKey` makes it. */
  key: z.string(),
  connectionId: z.string(),
  /** Id of the operation that lists the family. */
  familyId: z.string(),
  count: z.number().nullable(),
  freshness: freshnessSchema,
  /** Grows with each change of the rows: read again when it differs. */
  revision: z.number(),
});
export type ResourceState = z.infer<typeof resourceStateSchema>;

/** Rows by table. */
export interface Tables {
  connections: ConnectionRow;
  droplets: DropletRow;
  actions: ActionRow;
  notices: NoticeRow;
  attention: AttentionRow;
  resources: ResourceState;
}
export const tableNames = ['connections', 'droplets', 'actions', 'notices', 'attention', 'resources'] as const;
export type TableName = (typeof tableNames)[number];

/** Small values, replaced whole. */
export const singlesSchema = z.object({ meta: metaViewSchema, tray: trayViewSchema, settings: settingsSchema });
export type Singles = z.infer<typeof singlesSchema>;

/** Everything at once, in a form that serialises: rows as arrays, keyed by `key` (`id` for connections). */
export interface FullView {
  revision: number;
  /** The host's clock, to show ages and estimates right though clocks differ. */
  nowMs: number;
  singles: Singles;
  tables: { [T in TableName]: Tables[T][] };
}

/** What changed from `revision - 1` to `revision`. A reader that misses one asks for the full view again. */
export interface ViewPatch {
  revision: number;
  nowMs: number;
  singles: Partial<Singles>;
  tables: { [T in TableName]?: { set: Tables[T][]; remove: string[] } };
}
