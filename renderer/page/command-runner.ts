import type { Bridge } from '../../preload/contract/bridge.ts';
import type { Command, CommandResult, Confirmation, ConfirmationAnswer } from '../../preload/contract/command.ts';
import type { Failure, Outcome } from '../../preload/contract/failure.ts';
import { commandWords } from '../words/commands.ts';
import { asTitle } from '../words/sentences.ts';
import type { Announcer } from './announcer.ts';
import { Signal } from './signal.ts';
import type { ToastStore } from './toasts.ts';

/** How a command that a person asked for ended on this page. */
export type CommandEnd =
  | { status: 'done'; message: string | null }
  | { status: 'started'; actionKeys: string[] }
  | { status: 'cancelled' }
  | { status: 'failed'; failure: Failure };

export interface RunOptions {
  /** The caller shows the failure itself, so no toast is shown. */
  isFailureShown?: boolean;
  /** The caller shows the success itself, also of the actions that it starts, so no toast is shown. */
  isSuccessShown?: boolean;
  /** Asks the core's question in a place of the caller's own, instead of in a dialog. `null`: the person cancelled. */
  ask?: (confirmation: Confirmation) => Promise<ConfirmationAnswer | null>;
}

/** The question that waits for the person, and the function that takes the answer. `null` as answer: the person cancelled. */
export interface OpenQuestion {
  confirmation: Confirmation;
  answer: (answer: ConfirmationAnswer | null) => void;
}

/** Failures of the way to DigitalOcean, which its next answer mends. */
const passing: ReadonlySet<Failure['kind']> = new Set([
  'network',
  'timeout',
  'intercepted',
  'throttled',
  'held',
  'server-error',
  'bad-answer',
]);

type Started = Extract<CommandResult, { status: 'started' }>;

/**
 * Runs every command of the page: sends it, lets the person confirm what the core asks, sends it again with the answer, and makes
 * sure that the result is shown.
 */
export class CommandRunner {
  readonly #bridge: Pick<Bridge, 'runCommand'>;
  readonly #toasts: ToastStore;
  readonly #announcer: Announcer;
  readonly #onStarted: (started: Started, isShown: boolean) => void;
  readonly #changed = new Signal();
  #question: OpenQuestion | null = null;

  constructor(page: {
    bridge: Pick<Bridge, 'runCommand'>;
    toasts: ToastStore;
    announcer: Announcer;
    onStarted: (started: Started, isShown: boolean) => void;
  }) {
    this.#bridge = page.bridge;
    this.#toasts = page.toasts;
    this.#announcer = page.announcer;
    this.#onStarted = page.onStarted;
  }

  question = (): OpenQuestion | null => this.#question;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  /** Never rejects. A second question replaces the first, which then counts as cancelled. */
  async run(command: Command, options: RunOptions = {}): Promise<CommandEnd> {
    let outcome = await this.#bridge.runCommand({ command });
    // If the answer is stale, the core asks again. So this may loop.
    while (outcome.ok && outcome.value.status === 'needs-confirmation') {
      const answer = await (options.ask ?? this.ask)(outcome.value.confirmation);
      if (answer === null) return { status: 'cancelled' };
      outcome = await this.#bridge.runCommand({ command, confirmation: answer });
    }
    return this.#end(outcome, options);
  }

  /** Shows a question of the core, also one that another call brought; `null`: the person cancelled. */
  readonly ask = async (confirmation: Confirmation): Promise<ConfirmationAnswer | null> => {
    this.#question?.answer(null);
    return new Promise((resolve) => {
      const question: OpenQuestion = {
        confirmation,
        answer: (answer) => {
          if (this.#question === question) {
            this.#question = null;
            this.#changed.emit();
          }
          resolve(answer);
        },
      };
      this.#question = question;
      this.#changed.emit();
    });
  };

  /** Shows a failure that has no place of its own, as a toast. */
  tell(failure: Failure): void {
    const isOpen = failure.kind === 'outcome-unknown';
    this.#announcer.say(failure.message, { isUrgent: !isOpen });
    this.#toasts.show({
      tone: isOpen ? 'warn' : 'failed',
      title: asTitle(failure.message),
      detail: failure.nextStep ?? null,
      prepared: failure.goOn?.[0] ?? null,
      endsBy: passing.has(failure.kind) ? { by: 'answer' } : null,
    });
  }

  #end(outcome: Outcome<CommandResult>, options: RunOptions): CommandEnd {
    if (!outcome.ok) {
      if (!options.isFailureShown && outcome.failure.kind !== 'aborted') this.tell(outcome.failure);
      return { status: 'failed', failure: outcome.failure };
    }
    const result = outcome.value;
    switch (result.status) {
      case 'done':
        if (result.message !== null && !options.isSuccessShown) {
          this.#announcer.say(result.message);
          this.#toasts.show({ tone: 'done', title: asTitle(result.message) });
        }
        return { status: 'done', message: result.message };
      case 'started':
        this.#onStarted(result, options.isSuccessShown === true);
        return { status: 'started', actionKeys: result.actionKeys };
      case 'needs-confirmation':
        return { status: 'failed', failure: { kind: 'internal', message: commandWords.commandFailed } };
    }
  }
}
