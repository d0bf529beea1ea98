import { z } from 'zod';
import { noticeCommandSchema } from './command.ts';
import { routeSchema } from './route.ts';

/** A button of a notice, on the desktop and in the list. Its deed is one of the tray's. */
export const noticeButtonSchema = z.object({
  /** A verb. An ellipsis means that a question follows. */
  label: z.string().min(1).max(40),
  deed: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('route'), route: routeSchema }),
    z.object({ kind: z.literal('command'), command: noticeCommandSchema }),
  ]),
});
export type NoticeButton = z.infer<typeof noticeButtonSchema>;
export type NoticeDeed = NoticeButton['deed'];

/** The least that every system shows beside a notice. */
export const buttonsAtMost = 2;

const told = {
  key: z.string(),
  atMs: z.number(),
  title: z.string(),
  body: z.string(),
  route: z.string().nullable(),
  /**
   * Key of the row in the `attention` table that stands as long as this is true; `null`: it is about something that happened
   * and is over.
   */
  matter: z.string().nullable(),
  buttons: z.array(noticeButtonSchema).max(buttonsAtMost),
};

/** One fact of several that were told together. */
export const noticePartSchema = z.object(told);
export type NoticePart = z.infer<typeof noticePartSchema>;

/** A desktop notification, as it is told and kept. */
export const noticeSchema = z.object({
  ...told,
  /** One of `meta.noticeKinds`. Another version of Buoy may have written a row with a kind that is not among them. */
  kind: z.string(),
  connectionId: z.string().nullable(),
  /** The thing's name alone, for a line about several; '' for none. */
  name: z.string(),
  isRead: z.boolean(),
  /** It is only in the history: quiet hours, a switch, a snooze or a burst kept it off the desktop. */
  isSilent: z.boolean(),
  /** How many facts it is about. */
  count: z.number(),
  /** The facts, when it is about several. There may be fewer parts than facts: see `limits.ts`. */
  parts: z.array(noticePartSchema),
});
export type Notice = z.infer<typeof noticeSchema>;

/** When a snooze of the matter ends, Unix milliseconds; `null`: it is not snoozed. */
const snoozedUntilMs = z.number().nullable();
export const noticePartRowSchema = noticePartSchema.extend({ snoozedUntilMs });
export type NoticePartRow = z.infer<typeof noticePartRowSchema>;

/** A line of the list: a notice, or several of one kind and team that came soon after each other. */
export const noticeRowSchema = noticeSchema.extend({
  /** What it says has not ended, and no newer notice says the same. */
  isStillTrue: z.boolean(),
  snoozedUntilMs,
  parts: z.array(noticePartRowSchema),
});
export type NoticeRow = z.infer<typeof noticeRowSchema>;

/** A kind of notice: its name in Settings, and how its notices are drawn. */
export const noticeKindViewSchema = z.object({
  kind: z.string(),
  /** As a sentence: "An action is done". */
  name: z.string(),
  icon: z.enum(['done', 'failed', 'slow', 'down', 'alert', 'spend', 'token', 'coming']),
  /** A screen reader interrupts what it is saying. */
  isUrgent: z.boolean(),
});
export type NoticeKindView = z.infer<typeof noticeKindViewSchema>;
