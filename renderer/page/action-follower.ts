import type { CommandResult } from '../../preload/contract/command.ts';

import type { Prepared } from '../../preload/contract/failure.ts';
import { isLogRoute } from '../../preload/contract/log-route.ts';

import { duration } from '../../preload/contract/time-words.ts';
import type { ActionRow } from '../../preload/contract/view.ts';
import { reasonOf } from '../readings/action-outcome.ts';
import { progressOf } from '../readings/action-progress.ts';
import { hrefOf, type Route } from '../routes/routes.ts';
import { commandWords } from '../words/commands.ts';
import { inOneLine } from '../words/sentences.ts';
import type { Announcer } from './announcer.ts';
import type { Ticker } from './ticker.ts';
import type { After, ToastStore } from './toasts.ts';
import type { ViewStore } from './view-store.ts';

type Started = Extract<CommandResult, { status: 'started' }>;

interface Following {
  started: Started;
  /** What may be wanted once it succeeded. */
  again: Prepared | null;
  /** `null` while the person looks at the action or its droplet: then only the live region speaks. */
  toastId: string | null;
  /** The caller of the command shows how it goes on and ends. */
  isShown: boolean;
  stops: (() => void)[];
  isHalfSaid: boolean;
  seen: Set<string>;
}

/** A log says more about a failure than the list of actions. */
const failureLink = ({ key, route }: ActionRow): { label: string; hash: string } =>
  route !== null && isLogRoute(route)
    ? { label: commandWords.showLog, hash: route }
    : { label: commandWords.details, hash: hrefOf('activity', key) };

const isEnded = (action: ActionRow | undefined): boolean => action !== undefined && action.status !== 'in-progress';

/** Follows the actions that a command of this page started: shows a toast while they run, and then their result. */
export class ActionFollower {
  readonly #view: ViewStore;
  readonly #ticker: Ticker;
  readonly #toasts: ToastStore;
  readonly #announcer: Announcer;
  readonly #route: () => Route;
  readonly #after: After;
  readonly #followed = new Set<Following>();

  constructor(page: {
    view: ViewStore;
    ticker: Ticker;
    toasts: ToastStore;
    announcer: Announcer;
    route: () => Route;
    after: After;
  }) {
    this.#view = page.view;
    this.#ticker = page.ticker;
    this.#toasts = page.toasts;
    this.#announcer = page.announcer;
    this.#route = page.route;
    this.#after = page.after;
  }

  /** With `isShown`, the caller shows how the actions go on and end, and only the live region speaks. */
  follow(started: Started, isShown = false, again: Prepared | null = null): void {
    this.#announcer.say(started.message);
    if (started.failures.length > 0) this.#tellNotStarted(started);
    if (started.actionKeys.length === 0) return;
    const following: Following = { started, again, toastId: null, isShown, stops: [], isHalfSaid: false, seen: new Set() };
    if (!isShown && !this.#isLookedAt(started))
      following.toastId = this.#toasts.show({ tone: 'running', title: started.message, actionKeys: started.actionKeys });
    const look = () => this.#look(following);
    for (const key of started.actionKeys) following.stops.push(this.#view.subscribeRow('actions', key, look));
    following.stops.push(this.#ticker.subscribe('second', () => this.#sayHalf(following)));
    this.#followed.add(following);
    look();
  }

  /** Whether a notice about this place would only repeat the toast of an action that is being followed. */
  isFollowingRoute(route: string | null): boolean {
    if (route === null) return false;
    return [...this.#followed].some(({ started }) =>
      started.actionKeys.some((key) => [this.#view.row('actions', key)?.route, hrefOf('activity', key)].includes(route)),
    );
  }

  #look(following: Following): void {
    const { actionKeys } = following.started;
    const rows = actionKeys.map((key) => this.#view.row('actions', key));
    for (const [index, row] of rows.entries()) if (row) following.seen.add(actionKeys[index] ?? '');
    // A row that was there and is gone has left the history, so its action ended long ago.
    const ended = rows.filter((row, index) => isEnded(row) || (!row && following.seen.has(actionKeys[index] ?? '')));
    if (ended.length === actionKeys.length) this.#finish(following, rows);
    else if (actionKeys.length > 1 && following.toastId)
      this.#toasts.update(following.toastId, { detail: commandWords.doneOf(ended.length, actionKeys.length) });
  }

  #finish(following: Following, rows: (ActionRow | undefined)[]): void {
    for (const stop of following.stops) stop();
    // Stays for 2 s, so that the notice about the same end is recognised as a repetition.
    this.#after(2000, () => this.#followed.delete(following));
    const failed = rows.filter((row) => row?.status === 'errored');
    const one = rows.length === 1 ? this.#oneResult(rows[0]) : this.#manyResult(following.started, failed, rows.length);
    const result = failed.length === 0 && following.again ? { ...one, prepared: following.again } : one;
    this.#announcer.say([result.title, result.detail].filter(Boolean).join('. '), { isUrgent: failed.length > 0 });
    if (following.toastId !== null) this.#toasts.update(following.toastId, { ...result, actionKeys: [] });
    else if (!following.isShown && (failed.length > 0 || !this.#isLookedAt(following.started))) this.#toasts.show(result);
  }

  #oneResult(action: ActionRow | undefined) {
    if (!action) return { tone: 'done' as const, title: commandWords.doneOf(1, 1), detail: null, link: null };
    const team = this.#view.row('connections', action.connectionId)?.teamName;
    if (action.status === 'errored')
      return {
        tone: 'failed' as const,
        title: action.title,
        detail: reasonOf(action) ?? team ?? null,
        link: failureLink(action),
        // What somebody else changed is looked at first, in its details.
        prepared: action.failure?.changes ? null : (action.failure?.goOn?.[0] ?? null),
        endsBy: { by: 'action' as const, key: action.key },
      };
    const took =
      action.completedAtMs === null ? null : commandWords.tookLong(duration(action.completedAtMs - action.startedAtMs));
    return {
      tone: 'done' as const,
      title: action.title,
      detail: inOneLine([team, took]) || null,
      link: action.route ? { label: commandWords.show, hash: action.route } : null,
    };
  }

  #manyResult(started: Started, failed: (ActionRow | undefined)[], all: number) {
    return {
      tone: failed.length > 0 ? ('failed' as const) : ('done' as const),
      title: started.message,
      detail: failed.length > 0 ? commandWords.failedOf(failed.length, all) : commandWords.doneOf(all, all),
      link: { label: commandWords.details, hash: hrefOf('activity') },
    };
  }

  #tellNotStarted(started: Started): void {
    const [first] = started.failures;
    if (!first) return;
    const one = started.failures.length === 1;
    this.#toasts.show({
      tone: first.failure.kind === 'outcome-unknown' ? 'warn' : 'failed',
      title: one ? first.failure.message : commandWords.someDidNotStart(started.failures.length),
      detail: one
        ? (first.failure.nextStep ?? first.name)
        : commandWords.notStarted(started.failures.map(({ name }) => name).join(', ')),
    });
  }

  #sayHalf(following: Following): void {
    const [key] = following.started.actionKeys;
    const action = key === undefined ? undefined : this.#view.row('actions', key);
    if (following.isHalfSaid || !action || isEnded(action)) return;
    const progress = progressOf(action, this.#ticker.now());
    if (progress.kind !== 'known' || progress.fraction < 0.5) return;
    following.isHalfSaid = true;
    this.#announcer.say(commandWords.halfWay(action.title));
  }

  /** The person already watches it: the droplet's panel or the list of actions is open. */
  #isLookedAt(started: Started): boolean {
    const route = this.#route();
    if (route.view === 'activity') return route.list === 'actions';
    if (route.view !== 'droplets' || route.dropletKey === null) return false;
    const open = this.#view.row('droplets', route.dropletKey);
    return started.actionKeys.length === 1 && open !== undefined && this.#concerns(started, open.connectionId, String(open.id));
  }

  #concerns(started: Started, connectionId: string, dropletId: string): boolean {
    return started.actionKeys.every((key) => {
      const action = this.#view.row('actions', key);
      return action?.connectionId === connectionId && action.resourceId === dropletId;
    });
  }
}
