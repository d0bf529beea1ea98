import type { Confirmation, ConfirmationAnswer } from '../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../preload/contract/failure.ts';
import type { Clock } from './ports.ts';
import { guardWords } from './words/guard.ts';

/** Ten minutes: long enough to look something up, short enough that what the question says is still true. */
export const confirmationLifeMs = 600_000;
/** Open questions that are remembered. Beyond that the oldest are forgotten, so that unanswered ones do not pile up. */
const maximumOpen = 50;

/** A confirmation before it has an id. */
export type Question = Omit<Confirmation, 'id'>;

/** Asks the person before anything that can do harm, and checks that an answer belongs to its question. */
export interface Guard {
  /**
   * Makes a question about `subject`, which must contain everything that will happen: an answer permits exactly that.
   * The question stays open for ten minutes or until its first right answer.
   */
  ask(subject: unknown, question: Question): Confirmation;
  /**
   * Checks that the person answered this question about this subject. Fails with `refused` when the id is unknown, used or
   * expired, when the subject differs, or when the typed name does not match. After a wrong name the question stays open.
   */
  check(subject: unknown, answer: ConfirmationAnswer): Outcome<Confirmation>;
}

interface OpenQuestion {
  confirmation: Confirmation;
  subject: string;
  askedAtMs: number;
}

/** Creates a guard. Open questions live in memory only: after a restart every question is asked again. */
export function createGuard({ clock, random }: { clock: Clock; random: () => number }): Guard {
  const open = new Map<string, OpenQuestion>();
  let counter = 0;

  function forgetOld(): void {
    const now = clock.now();
    for (const [id, question] of open) {
      // A clock that was set back would otherwise keep a question open for too long.
      if (now - question.askedAtMs > confirmationLifeMs || now < question.askedAtMs || open.size > maximumOpen) open.delete(id);
    }
  }

  return {
    ask(subject, question) {
      forgetOld();
      counter += 1;
      const confirmation = { ...question, id: `confirm-${counter}-${Math.floor(random() * 1e9).toString(36)}` };
      open.set(confirmation.id, { confirmation, subject: fingerprint(subject), askedAtMs: clock.now() });
      return confirmation;
    },
    check(subject, answer) {
      forgetOld();
      const question = open.get(answer.id);
      if (!question) return failed(refused(guardWords.expired));
      if (question.subject !== fingerprint(subject)) return failed(refused(guardWords.otherSubject));
      const { typeToConfirm } = question.confirmation;
      if (typeToConfirm !== null && answer.typed !== typeToConfirm) return failed(refused(guardWords.wrongName(typeToConfirm)));
      open.delete(answer.id);
      return success(question.confirmation);
    },
  };
}

const refused = (text: { message: string; nextStep: string }): Failure => ({ kind: 'refused', ...text });

/** The subject as JSON with sorted keys, so that equal subjects give equal text. */
function fingerprint(subject: unknown): string {
  return JSON.stringify(subject, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
