import { z } from 'zod';
import { type ComingRow, datesReadSchema } from './coming.ts';
import { commandSchema } from './command.ts';
import { failureSchema, heldWindowSchema } from './failure-schema.ts';
import type { RunRow } from './many.ts';
import { menuNodeSchema } from './menu.ts';
import type { MonthRow } from './month-row.ts';
import { type NoticeRow, noticeKindViewSchema } from './notice.ts';
import type { PinRow } from './pin-row.ts';
import { settingsSchema } from './settings.ts';
import type { CheckRow, MeasuredRow, PolicyRow, WatchRow } from './watching.ts';

export type { MenuDeed, MenuNode } from './menu.ts';
export type { MonthRow } from './month-row.ts';
export type { PinRow } from './pin-row.ts';
// In a file of its own, so that the page can use it without loading the schema library.
export { resourceKey } from './resource-key.ts';

/**
 * What the page and the tray may know. The view is a set of *tables* (rows by key) and *singles* (small values). It crosses
 * the bridge once as a whole, then as patches with only what changed; rows are replaced whole, never edited. It never
 * contains a token or anything from which one could be made.
 */

export const budgetViewSchema = z.object({
  limit: z.number(),
  remaining: z.number(),
  resetAtMs: z.number().nullable(),
  /** Requests that Buoy itself made in the last hour. */
  usedByBuoy: z.number(),
  /** DigitalOcean answered 429: nothing is sent until then, Unix milliseconds. */
  throttled: z.object({ untilMs: z.number() }).nullable(),
  /** Buoy waits on its own; `untilMs` null where only the next answer can tell. */
  held: z.object({ untilMs: z.number().nullable(), window: heldWindowSchema }).nullable(),
  queued: z.number(),
});
export type BudgetView = z.infer<typeof budgetViewSchema>;

/** Data of one kind for one connection: its age, whether it is being read, and why the last read failed. */
export const freshnessSchema = z.object({
  /** When the data shown was read; `null`: never. */
  fetchedAtMs: z.number().nullable(),
  isFetching: z.boolean(),
  /** Older than its interval allows. */
  isStale: z.boolean(),
  /** Why the last read failed; `null` after a success. The data shown may still be older data. */
  failure: failureSchema.nullable(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

export const balanceViewSchema = z.object({
  /** Decimal text in US dollars, as the API gives it. */
  monthToDateUsage: z.string(),
  monthToDateBalance: z.string(),
  accountBalance: z.string(),
  /** When DigitalOcean computed the amounts. */
  generatedAtMs: z.number(),
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

/** A kind of data that may need a person, and that is not known whole. */
export const unreadSchema = z.object({
  what: z.enum(['droplets', 'actions', 'checks', 'uptime', 'policies', 'alerts']),
  /** In words, to be listed: "uptime checks". */
  name: z.string(),
  /** Why its last read failed; `null`: it did not, or it was not read yet. */
  failure: failureSchema.nullable(),
  /** It was read, but for entries of its list that say too little to be told apart: which, as a sentence; `null`: none. */
  leftOut: z.string().nullable(),
});
export type Unread = z.infer<typeof unreadSchema>;

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
  /** Sum of the droplets' monthly prices, decimal text in US dollars; `null`: there are droplets, and no price is known. */
  dropletsMonthlyUsd: z.string().nullable(),
  /** Without these nobody can say that all is well. */
  unread: z.array(unreadSchema),
  droplets: freshnessSchema,
  actions: freshnessSchema,
  balance: balanceViewSchema.nullable(),
  balanceFreshness: freshnessSchema,
  budget: budgetViewSchema.nullable(),
  /** The day on which the token ends as the person entered it, `YYYY-MM-DD`; `null`: not entered. */
  tokenEndsOn: z.string().nullable(),
  dates: datesReadSchema,
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
  /** How it is, for people. `down`: off although nobody turned it off. `running`: an action runs on it. */
  condition: z.enum(['active', 'off', 'down', 'starting', 'archived', 'running', 'unknown']),
  /** The condition in words: "Active", "Off, still billed", "Rebooting". */
  conditionText: z.string(),
  /** Since when it is down; `null` otherwise. */
  downSinceMs: z.number().nullable(),
  isLocked: z.boolean(),
  isPinned: z.boolean(),
  /** Key of the running action in the `actions` table; `null`: none runs. */
  actionKey: z.string().nullable(),
  regionSlug: z.string(),
  regionName: z.string(),
  sizeSlug: z.string(),
  /** `null`: DigitalOcean does not say, as for vCPUs and disk. */
  memoryMb: z.number().nullable(),
  vcpus: z.number().nullable(),
  diskGb: z.number().nullable(),
  priceMonthlyUsd: z.number().nullable(),
  priceHourlyUsd: z.number().nullable(),
  imageName: z.string(),
  imageDistribution: z.string(),
  /** Absent when the image is gone or has no slug. */
  imageId: z.number().exactOptional(),
  imageSlug: z.string().exactOptional(),
  publicV4: z.array(z.string()),
  privateV4: z.array(z.string()),
  publicV6: z.array(z.string()),
  /** Reserved addresses that lead here, IPv4 before IPv6. */
  reservedIps: z.array(z.string()).readonly(),
  tags: z.array(z.string()),
  features: z.array(z.string()),
  volumeIds: z.array(z.string()),
  snapshotIds: z.array(z.number()),
  backupIds: z.array(z.number()),
  vpcUuid: z.string().nullable(),
  /** When the next backup may start; absent without backups. */
  nextBackupWindow: z.object({ startAtMs: z.number(), endAtMs: z.number() }).exactOptional(),
  /** `null`: DigitalOcean does not say. */
  createdAtMs: z.number().nullable(),
});
export type DropletRow = z.infer<typeof dropletRowSchema>;

/** Something that runs or ran: a DigitalOcean action, or another long operation that Buoy follows. */
export const actionRowSchema = z.object({
  /** `connectionId:actionId`, or `connectionId:follow-N` for an operation without an action. */
  key: z.string(),
  connectionId: z.string(),
  status: z.enum(['in-progress', 'completed', 'errored', 'unknown']),
  /** The API's type, such as `power_cycle`. */
  type: z.string(),
  /** A sentence with the thing's name: "Rebooting web-02", "Rebooted web-02", "Reboot of web-02 failed". */
  title: z.string(),
  resourceType: z.string(),
  resourceId: z.string().nullable(),
  resourceName: z.string(),
  /** Where a click leads; `null` when the thing has no page. */
  route: z.string().nullable(),
  startedAtMs: z.number(),
  completedAtMs: z.number().nullable(),
  startedBy: z.enum(['buoy', 'elsewhere']),
  /** Usual duration in milliseconds, learned from finished actions; `null`: too few of them. */
  usualMs: z.number().nullable(),
  usualRangeMs: z.tuple([z.number(), z.number()]).nullable(),
  /** It takes far longer than usual. */
  isSlow: z.boolean(),
  failure: failureSchema.nullable(),
});
export type ActionRow = z.infer<typeof actionRowSchema>;

/** Something that needs a person now. The most urgent comes first. */
export const attentionRowSchema = z.object({
  key: z.string(),
  severity: z.enum(['danger', 'warn']),
  /** The kind of thing, for its icon. */
  kind: z.enum(['droplet-down', 'action-errored', 'action-slow', 'token', 'vault', 'uptime', 'alert', 'spend', 'other']),
  title: z.string(),
  detail: z.string(),
  sinceMs: z.number().nullable(),
  connectionId: z.string().nullable(),
  route: z.string().nullable(),
  /** The one obvious thing to do about it; `null`: there is none. */
  command: z.object({ label: z.string(), command: commandSchema }).nullable(),
});
export type AttentionRow = z.infer<typeof attentionRowSchema>;

export const trayFaces = ['ok', 'attention', 'busy', 'offline', 'throttled', 'signed-out', 'paused'] as const;
export type TrayFace = (typeof trayFaces)[number];
export const trayViewSchema = z.object({
  face: z.enum(trayFaces),
  /** First line of the menu, the page and the tooltip: the state in words. */
  title: z.string(),
  subtitle: z.string(),
  /** Text beside the icon on desktops that have it (macOS); '' for none. */
  badge: z.string(),
  /** What a person can do about the state; the menu has these lines too. */
  remedies: z.array(menuNodeSchema),
  menu: z.array(menuNodeSchema),
});
export type TrayView = z.infer<typeof trayViewSchema>;

/** What this host can do. The page asks for a capability, never for the host's name. */
export const capabilitiesSchema = z.object({
  /** A tray icon is shown. Changes during a run where shells and their panels come and go. */
  tray: z.boolean(),
  keychain: z.boolean(),
  desktopNotices: z.boolean(),
  startAtLogin: z.boolean(),
  /** The host saves files through a dialog of its own. Without it the browser downloads them. */
  saveDialog: z.boolean(),
  quit: z.boolean(),
  demo: z.boolean(),
  /** The host can open a terminal for SSH. */
  terminal: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** Kinds of desktop, as far as they differ in what brings a tray to them. */
export const desktopSchema = z.enum(['gnome', 'other']);
export type Desktop = z.infer<typeof desktopSchema>;

export const metaViewSchema = z.object({
  version: z.string(),
  platform: z.string(),
  capabilities: capabilitiesSchema,
  /** The desktop that shows no tray icon although this host has one to show; `null`: it is shown, or the host has none. */
  missingTray: desktopSchema.nullable(),
  isDemoOpen: z.boolean(),
  isOnline: z.boolean(),
  /** The person paused polling; `untilMs` null: until resumed. */
  pause: z.object({ untilMs: z.number().nullable() }).nullable(),
  /** What is wrong with the vault, in words; `null`: it works. */
  vaultProblem: failureSchema.nullable(),
  /** Paths of corrupt files of Buoy's, to which they were renamed. */
  setAside: z.array(z.string()).readonly(),
  /** The saved connections have been read. Before that, nobody can tell whether this is a first run. */
  isLoaded: z.boolean(),
  /** In the order of Settings. */
  noticeKinds: z.array(noticeKindViewSchema).readonly(),
});
export type MetaView = z.infer<typeof metaViewSchema>;

/** State of one resource family of a connection. Its rows are read on demand by `readResources`. */
export const resourceStateSchema = z.object({
  /** As `resourceKey` makes it. */
  key: z.string(),
  connectionId: z.string(),
  /** Id of the operation that lists the family. */
  familyId: z.string(),
  /** How many rows it has; `null` before it was read, and where it is one thing. */
  count: z.number().nullable(),
  freshness: freshnessSchema,
  /** Grows with each change of the rows. When it differs, read them again. */
  revision: z.number(),
  /** Where DigitalOcean's own numbers contradict the rows that are there; `null`: nowhere. */
  note: z.string().nullable(),
  /** The operation answers one thing, such as the account, and no list; its one row is that thing. */
  isSingle: z.boolean(),
});
export type ResourceState = z.infer<typeof resourceStateSchema>;

/** Trouble that DigitalOcean reports itself, and that touches what a team uses. */
export const incidentRowSchema = z.object({
  key: z.string(),
  /** What it touches, as a sentence: "DigitalOcean reports trouble with volumes in fra1." */
  text: z.string(),
  /** DigitalOcean's own title. */
  title: z.string(),
  /** How far DigitalOcean is with it, in a word. */
  statusText: z.string(),
  impact: z.enum(['minor', 'major', 'critical', 'unknown']),
  /** Unix milliseconds; `null`: not told. */
  startedAtMs: z.number().nullable(),
  updatedAtMs: z.number().nullable(),
  url: z.string(),
  /** A family of a team, by the operation that lists it, and the regions; no family: the team as a whole; no region: all. */
  touches: z.array(z.object({ connectionId: z.string(), familyId: z.string().nullable(), regions: z.array(z.string()) })),
});
export type IncidentRow = z.infer<typeof incidentRowSchema>;

/** Rows by table. */
export interface Tables {
  connections: ConnectionRow;
  droplets: DropletRow;
  actions: ActionRow;
  notices: NoticeRow;
  attention: AttentionRow;
  resources: ResourceState;
  incidents: IncidentRow;
  months: MonthRow;
  pins: PinRow;
  runs: RunRow;
  checks: CheckRow;
  policies: PolicyRow;
  watching: WatchRow;
  measured: MeasuredRow;
  coming: ComingRow;
}
export const tableNames = [
  'connections',
  'droplets',
  'actions',
  'notices',
  'attention',
  'resources',
  'incidents',
  'months',
  'pins',
  'runs',
  'checks',
  'policies',
  'watching',
  'measured',
  'coming',
] as const;
export type TableName = (typeof tableNames)[number];

/** Small values, replaced whole. */
export const singlesSchema = z.object({ meta: metaViewSchema, tray: trayViewSchema, settings: settingsSchema });
export type Singles = z.infer<typeof singlesSchema>;

/** The whole view in a form that can be serialised: rows as arrays, with their `key` (`id` for connections). */
export interface FullView {
  revision: number;
  /** The host's clock, so that ages and estimates are right even when the clocks differ. */
  nowMs: number;
  singles: Singles;
  tables: { [T in TableName]: Tables[T][] };
}

/** What changed from `revision - 1` to `revision`. A reader that misses one asks for the whole view again. */
export interface ViewPatch {
  revision: number;
  nowMs: number;
  singles: Partial<Singles>;
  tables: { [T in TableName]?: { set: Tables[T][]; remove: string[] } };
}
