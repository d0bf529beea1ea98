import type { FieldProblem } from '../../../forms/model/problem.ts';
import type { Page } from '../../../page/page.ts';
import { Signal } from '../../../page/signal.ts';
import { EditSession } from './edit-session.ts';
import type { Draft } from './request.ts';
import { RequestSender } from './sender.ts';

const noProblems: ReadonlyMap<string, FieldProblem> = new Map();

/**
 * What was entered for one operation, and the answer to it. It lasts as long as the page, so that a person may look elsewhere and
 * come back.
 */
export class OperationSession {
  readonly sender: RequestSender;
  /** What the form was filled from, if the operation edits an existing thing. */
  readonly edit = new EditSession();
  readonly #onHeld: (isHeld: boolean) => void;
  readonly #changed = new Signal();
  #draft: Draft | null = null;
  #unknown: ReadonlyMap<string, FieldProblem> = noProblems;
  #isTyped = false;
  /** The address that the draft was begun from. Coming back to the same address keeps what was entered since. */
  startedFrom: string | null = null;

  /** `onHeld` hears whether what was entered has not been sent yet. */
  constructor(sender: RequestSender, onHeld: (isHeld: boolean) => void) {
    this.sender = sender;
    this.#onHeld = onHeld;
    sender.subscribe(() => {
      if (sender.exchange().phase !== 'answered') return;
      this.#isTyped = false;
      onHeld(false);
    });
  }

  draft = (): Draft | null => this.#draft;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  /** Whether the person changed the draft and did not send it. */
  isTyped = (): boolean => this.#isTyped;

  /** Texts in pickers that name nothing which they offer, by pointer. They last as long as the draft, drawn or not. */
  unknown = (): ReadonlyMap<string, FieldProblem> => this.#unknown;

  setUnknown = (pointer: string, problem: FieldProblem | null): void => {
    if (problem === null && !this.#unknown.has(pointer)) return;
    const others = [...this.#unknown].filter(([at]) => at !== pointer);
    this.#unknown = new Map(problem ? [...others, [pointer, problem]] : others);
    this.#changed.emit();
  };

  /** A draft that nobody typed yet. */
  begin(draft: Draft): void {
    this.#isTyped = false;
    this.#onHeld(false);
    this.#unknown = noProblems;
    this.#put(draft);
  }

  /** The person changed it. */
  change(draft: Draft): void {
    this.#isTyped = true;
    this.#onHeld(true);
    this.#put(draft);
  }

  #put(draft: Draft): void {
    this.#draft = draft;
    this.#changed.emit();
  }
}

const kept = new WeakMap<Page, Map<string, OperationSession>>();

/** The session of an operation on this page. It is stored nowhere else. */
export function sessionOf(page: Page, operationId: string): OperationSession {
  const sessions = kept.get(page) ?? new Map<string, OperationSession>();
  kept.set(page, sessions);
  const known = sessions.get(operationId);
  if (known) return known;
  const sender = new RequestSender({
    bridge: page.bridge,
    ask: (confirmation) => page.commands.ask(confirmation),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  const owner = {};
  const session = new OperationSession(sender, (isHeld) => page.drafts.set(owner, isHeld));
  sessions.set(operationId, session);
  return session;
}
