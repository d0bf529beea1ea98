import type { Confirmation, ConfirmationAnswer } from '../../preload/contract/command.ts';
import { type Failure, failed, type Outcome, success } from '../../preload/contract/failure.ts';
import type { Clock } from './ports.ts';
import { guardWords } from './words/guard.ts';

/** Ten minutes: long enough to look something up, short enough that the world is still as the question said. */
export const confirmationLifeMs = 600_000;
const maximumOpen = 50;

export type Question = Omit<Confirmation, 'id'>;

/** Asks before what can hurt, and checks that the answer belongs to the question. */
export interface Guard {
  /**
   * Makes a question about `subject`, which must be the whole of what will happen: an answer is good for that alone.
   * The question lives ten minutes and is used up by the first right answer.
   */
  ask(subject: unknown, question: Question): Confirmation;
  /**
   * Whether the person answered that question about that very subject. Refused: unknown, used or expired id, another
   * subject, a name that does not match. A wrong name leaves the question open.
   */
  check(subject: unknown, answer: ConfirmationAnswer): Outcome<Confirmation>;
}

interface OpenQuestion {
  confirmation: Confirmation;
  subject: string;
  askedAtMs: number;
}

export function createGuard({ clock, random }: { clock: Clock; random: () => number }): Guard {
  const open = new Map<string, OpenQuestion>();
  let counter = 0;

  function forgetOld(): void {
    const now = clock.now();
    for (const [id, question] of open) {
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

/** The subject with its keys in order, so that the same thing asked twice reads the same. */
function fingerprint(subject: unknown): string {
  return JSON.stringify(subject, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
