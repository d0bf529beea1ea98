import { failed, type Outcome, success } from '../../preload/contract/failure.ts';
import type { Cancel, Clock, Log, Vault } from '../core/ports.ts';
import { vaultWords } from '../core/words/vault.ts';
import type { KeychainAnswer, KeychainProcess, KeychainRequest, VaultFailureKind } from './keychain-protocol.ts';

/** Keychain entries have this name. Changing it would lose every saved token. */
const service = 'Buoy';

/** How long a caller waits before it gets a failure. */
const deadlineMs = 5_000;
/**
 * How much longer the call itself may go on: the system's unlock prompt may be open while the person looks for the password.
 */
const patienceMs = 120_000;
/** The process takes about 40 MB and is needed at the start and when tokens change, so it ends soon after the last call. */
const idleMs = 10_000;

export interface KeychainOptions {
  clock: Clock;
  log: Log;
  /** Decides which word people see: keyring, keychain or Credential Manager. */
  platform: NodeJS.Platform;
  start: () => KeychainProcess;
}

interface Job {
  request: KeychainRequest;
  /** Callers that still wait, each with the function that cancels its deadline. */
  waiters: Map<(outcome: Outcome<string | null>) => void, Cancel>;
}

/**
 * The system's keychain. A call can block its thread for as long as an unlock prompt is open. Such a thread cannot be ended,
 * and its process cannot exit before it. So calls are made one by one in a process of their own, which can be killed. A caller
 * gets `vault-timeout` after 5 s; the prompt stays open, and the next call for the same secret joins the one that is running.
 */
export function createKeychain(options: KeychainOptions): Vault & { close(): void } {
  const queue = new KeychainQueue(options);
  return {
    save: async (name, secret) => withoutValue(await queue.ask('save', name, secret)),
    read: (name) => queue.ask('read', name, null),
    remove: async (name) => withoutValue(await queue.ask('remove', name, null)),
    close: () => queue.close(),
  };
}

const withoutValue = (outcome: Outcome<string | null>): Outcome<null> => (outcome.ok ? success(null) : outcome);

class KeychainQueue {
  readonly #options: KeychainOptions;
  #process: KeychainProcess | null = null;
  /** Whether the newest call of that process went well. */
  #hasServed = false;
  #running: Job | null = null;
  #waiting: Job[] = [];
  #cancelPatience: Cancel = () => {};
  #cancelIdle: Cancel = () => {};
  #lastId = 0;

  constructor(options: KeychainOptions) {
    this.#options = options;
  }

  ask(deed: KeychainRequest['deed'], name: string, secret: string | null): Promise<Outcome<string | null>> {
    const isSame = ({ request }: Job) => request.deed === deed && request.name === name && request.secret === secret;
    // Only the newest call for a name may be joined. A queued call behind an older one could undo it.
    const newest = [this.#running, ...this.#waiting].findLast((job) => job?.request.name === name) ?? null;
    const job = newest !== null && isSame(newest) ? newest : this.#enqueue(deed, name, secret);
    const outcome = new Promise<Outcome<string | null>>((settle) => {
      job.waiters.set(
        settle,
        this.#options.clock.after(deadlineMs, () => this.#giveUp(job, settle)),
      );
    });
    this.#next();
    return outcome;
  }

  /** Ends the process and every running call. A later call starts a new process. */
  close(): void {
    const jobs = [this.#running, ...this.#waiting];
    this.#waiting = [];
    this.#endProcess();
    for (const job of jobs) if (job) this.#settle(job, this.#failure('vault-unavailable'));
  }

  #enqueue(deed: KeychainRequest['deed'], name: string, secret: string | null): Job {
    this.#lastId += 1;
    const job = { request: { id: this.#lastId, deed, service, name, secret }, waiters: new Map() };
    this.#waiting.push(job);
    return job;
  }

  #next(): void {
    if (this.#running !== null) return;
    this.#cancelIdle();
    const job = this.#waiting.shift();
    if (!job) {
      if (this.#process) this.#cancelIdle = this.#options.clock.after(idleMs, () => this.#endProcess());
      return;
    }
    this.#running = job;
    this.#cancelPatience = this.#options.clock.after(patienceMs, () => this.#end('vault-timeout'));
    this.#process ??= this.#startProcess();
    this.#process.send(job.request);
  }

  #startProcess(): KeychainProcess {
    const started = this.#options.start();
    started.onAnswer((answer) => {
      if (started === this.#process) this.#receive(answer);
    });
    started.onExit(() => {
      if (started === this.#process) this.#end('vault-unavailable');
    });
    return started;
  }

  #receive(answer: KeychainAnswer): void {
    const job = this.#running;
    if (job === null || job.request.id !== answer.id) return;
    this.#running = null;
    this.#cancelPatience();
    if (!answer.ok) {
      this.#options.log.warn(`The keychain did not ${job.request.deed}: ${answer.kind}, ${answer.detail}`);
      // libsecret stays with the service that it first spoke to: only a new process finds one that was started again since.
      const isWorthAnother = this.#hasServed && answer.kind === 'vault-unavailable' && job.waiters.size > 0;
      this.#endProcess();
      if (isWorthAnother) {
        this.#waiting.unshift(job);
        this.#next();
        return;
      }
    }
    this.#hasServed = answer.ok;
    // The person was told that the token was not saved, so it must not stay in the keychain.
    const isOrphan = answer.ok && job.request.deed === 'save' && job.waiters.size === 0;
    if (isOrphan && !this.#waiting.some(({ request }) => request.name === job.request.name)) {
      this.#enqueue('remove', job.request.name, null);
    }
    this.#settle(job, answer.ok ? success(answer.value) : this.#failure(answer.kind));
    this.#next();
  }

  /** The caller's deadline passed. A call that has not started is dropped with its last caller; a running one goes on. */
  #giveUp(job: Job, settle: (outcome: Outcome<string | null>) => void): void {
    job.waiters.delete(settle);
    if (job.waiters.size === 0) this.#waiting = this.#waiting.filter((other) => other !== job);
    settle(this.#failure('vault-timeout'));
  }

  /** The process is gone or was given up. Its call fails, and the calls behind it get a new process. */
  #end(kind: VaultFailureKind): void {
    const job = this.#running;
    this.#endProcess();
    if (job) this.#settle(job, this.#failure(kind));
    this.#next();
  }

  #endProcess(): void {
    const ended = this.#process;
    this.#process = null;
    this.#hasServed = false;
    this.#running = null;
    this.#cancelPatience();
    this.#cancelIdle();
    ended?.kill();
  }

  #settle(job: Job, outcome: Outcome<string | null>): void {
    for (const [settle, cancelDeadline] of job.waiters) {
      cancelDeadline();
      settle(outcome);
    }
    job.waiters.clear();
  }

  #failure(kind: VaultFailureKind): Outcome<never> {
    return failed(vaultWords.failure(kind, this.#options.platform));
  }
}
