import type { Notice, NoticePart } from '../../../preload/contract/notice.ts';
import type { State } from '../state/state.ts';
import { standingMatters } from '../view/attention.ts';
import { isNoticeKind } from '../words/notices.ts';
import type { NoticeDraft } from './definition.ts';

/**
 * What was snoozed and still stands when the snooze ends is told again, in the words in which it was told last. Nothing is
 * told when the person ended the snooze, because they are looking at it.
 */
export function snoozesOver(previous: State, next: State, nowMs: number): NoticeDraft[] {
  if (previous.snoozes === next.snoozes) return [];
  const over = [...previous.snoozes].filter(([matter, untilMs]) => untilMs <= nowMs && !next.snoozes.has(matter));
  if (over.length === 0) return [];
  const standing = standingMatters(next, nowMs);
  return over.flatMap(([matter, untilMs]) => {
    const last = standing.has(matter) ? lastAbout(next.notices, matter) : null;
    return last === null ? [] : againOf(last, `again/${matter}/${untilMs}`, matter, nowMs);
  });
}

/** The newest telling of that matter, alone or in a burst; `null`: none is left in the history. */
function lastAbout(notices: readonly Notice[], matter: string): { notice: Notice; part: NoticePart } | null {
  for (const notice of notices) {
    const part = notice.matter === matter ? notice : notice.parts.find((one) => one.matter === matter);
    if (part !== undefined) return { notice, part };
  }
  return null;
}

function againOf(last: { notice: Notice; part: NoticePart }, fact: string, matter: string, nowMs: number): NoticeDraft[] {
  const { kind, connectionId, name } = last.notice;
  if (!isNoticeKind(kind)) return [];
  const { title, body, route, buttons } = last.part;
  const [first, second] = buttons;
  return [
    {
      fact,
      kind,
      title,
      body,
      connectionId,
      route,
      name,
      about: { matter, isOver: false },
      buttons: first === undefined ? [] : second === undefined ? [first] : [first, second],
      atMs: nowMs,
    },
  ];
}
