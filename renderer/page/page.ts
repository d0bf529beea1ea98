import { createContext, use } from 'react';
import type { Bridge } from '../../preload/contract/bridge.ts';
import type { Outcome, Prepared } from '../../preload/contract/failure.ts';
import type { Notice } from '../../preload/contract/notice.ts';
import { hrefOf } from '../routes/routes.ts';
import { commandWords } from '../words/commands.ts';
import { ActionFollower } from './action-follower.ts';
import { Announcer } from './announcer.ts';
import { createComingToasts } from './coming-toasts.ts';
import { CommandRunner } from './command-runner.ts';
import { Drafts } from './drafts.ts';
import { Remembered } from './remembered.ts';
import { Router } from './router.ts';
import { SoFarStore } from './so-far-store.ts';
import { SparkStore } from './spark-store.ts';
import { Ticker } from './ticker.ts';
import { endToasts } from './toast-ends.ts';
import { type After, ToastStore } from './toasts.ts';
import { ViewStore } from './view-store.ts';

/** Value of `Page.team` that stands for all teams. */
export const allTeams = 'all';

/** Everything that the screens share. Made once per page and outside React, so that nothing of it depends on a render. */
export interface Page {
  bridge: Bridge;
  view: ViewStore;
  ticker: Ticker;
  router: Router;
  toasts: ToastStore;
  announcer: Announcer;
  commands: CommandRunner;
  drafts: Drafts;
  sparks: SparkStore;
  soFar: SoFarStore;
  /** Id of the connection that the views are limited to, or `allTeams`. */
  team: Remembered<string>;
  /** Where small choices about the page's look are kept; `null` if the browser allows no storage. */
  storage: Storage | null;
  /** Goes to a place, a hash such as `#/droplets`. The tray's page shows it in the window, if the host has one. */
  show: (hash: string) => Promise<void>;
  /** Copies the text and says so, or says that it could not be copied. `what` names a text that must not be shown. */
  copy: (text: string, what?: string) => Promise<void>;
  /** The same with a PNG in base64. */
  copyPicture: (base64: string, what: string) => Promise<void>;
  /** Shows how actions go on that something else than a command started, and offers `again` once they succeeded. */
  follow: (message: string, actionKeys: string[], again?: Prepared | null) => void;
  /** Starts to follow the host and the address. Returns the function that stops. */
  start: () => () => void;
}

const storageOf = (window: Window): Storage | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

/** Creates the page for a bridge. Nothing runs before `start()`. */
export const createPage = (bridge: Bridge, window: Window & typeof globalThis): Page => {
  const after: After = (ms, run) => {
    const timer = window.setTimeout(run, ms);
    return () => window.clearTimeout(timer);
  };
  const view = new ViewStore(bridge, { now: () => Date.now(), after });
  const ticker = new Ticker({
    now: view.now,
    every: (ms, run) => {
      const timer = window.setInterval(run, ms);
      return () => window.clearInterval(timer);
    },
    isHidden: () => window.document.hidden,
    onVisibility: (listener) => window.document.addEventListener('visibilitychange', listener),
  });
  const router = new Router(window);
  const toasts = new ToastStore(after, view.now);
  const announcer = new Announcer();
  const follower = new ActionFollower({ view, ticker, toasts, announcer, route: router.route, after });
  const commands = new CommandRunner({ bridge, toasts, announcer, onStarted: follower.follow.bind(follower) });
  const drafts = new Drafts((hasDraft) => void bridge.reportDraft({ hasDraft }));
  const sparks = new SparkStore({
    bridge,
    after,
    now: view.now,
    isHidden: () => window.document.hidden,
    newId: () => crypto.randomUUID(),
  });
  const soFar = new SoFarStore({ bridge, after, now: view.now });
  const storage = storageOf(window);
  const team = new Remembered(storage, { name: 'team', initial: allTeams, parse: (text) => text || null, format: String });
  const tellCopied = (outcome: Outcome<null>, what: string) => {
    if (!outcome.ok) return commands.tell({ ...outcome.failure, message: commandWords.copyFailed });
    announcer.say(commandWords.copied(what));
    toasts.show({ tone: 'plain', title: commandWords.copied(what.length > 60 ? `${what.slice(0, 59)}…` : what) });
  };
  const copy = async (text: string, what = text) => tellCopied(await bridge.copyText({ text }), what);
  const copyPicture = async (base64: string, what: string) => tellCopied(await bridge.copyPicture({ base64 }), what);
  const follow: Page['follow'] = (message, actionKeys, again = null) =>
    follower.follow({ status: 'started', message, actionKeys, failures: [] }, false, again);
  const show = async (hash: string) => {
    const isElsewhere = router.route().view === 'tray' && (await bridge.showWindow({ route: hash })).ok;
    if (!isElsewhere) router.go(hash);
  };
  /** A run over many things has a card or a toast of its own. */
  const isOfRun = (route: string | null): boolean =>
    view.rows('runs').some(({ rowKeys }) => rowKeys.some((key) => route === hrefOf('activity', key)));
  const showComing = createComingToasts(toasts);
  const hearNotice = (notice: Notice) => {
    const drawn = view.single('meta')?.noticeKinds.find(({ kind }) => kind === notice.kind);
    const isUrgent = drawn?.isUrgent ?? false;
    if (follower.isFollowingRoute(notice.route) || isOfRun(notice.route)) return;
    announcer.say(`${notice.title}. ${notice.body}`, { isUrgent });
    if (view.single('meta')?.capabilities.desktopNotices) return;
    const link = notice.route ? { label: commandWords.show, hash: notice.route } : null;
    const toast = { title: notice.title, detail: notice.body || null, link, endsBy: { by: 'notice', key: notice.key } } as const;
    if (drawn?.icon === 'coming') showComing(toast);
    else toasts.show({ ...toast, tone: isUrgent ? 'failed' : drawn?.icon === 'done' ? 'done' : 'warn' });
  };
  const start = () => {
    const stops = [
      view.subscribeStatus(ticker.tick),
      router.start(),
      router.subscribe(() => toasts.dismissRead(router.hash())),
      endToasts({ view, ticker, toasts }),
      bridge.on('navigate', ({ route }) => router.go(route)),
      bridge.on('notice', hearNotice),
      view.start(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };
  return {
    bridge,
    view,
    ticker,
    router,
    toasts,
    announcer,
    commands,
    drafts,
    sparks,
    soFar,
    team,
    storage,
    show,
    copy,
    copyPicture,
    follow,
    start,
  };
};

export const PageContext = createContext<Page | null>(null);

/** The page that this component is rendered on. Throws outside `PageContext`. */
export const usePage = (): Page => {
  const page = use(PageContext);
  if (!page) throw new Error('Drawn outside a page');
  return page;
};
