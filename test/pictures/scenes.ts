import type { FullView, MenuNode } from '../../preload/contract/view.ts';
import { manyDroplets } from '../doubles/invented/invented-droplets.ts';
import { awkwardNotices } from '../doubles/invented/invented-notices.ts';
import { inventedNow } from '../doubles/invented/invented-time.ts';
import { emptyView, freshness, inventedView } from '../doubles/invented/invented-view.ts';
import { withLongNames } from './long-names.ts';

const minute = 60_000;

/** A remedy of the tray's head. */
const remedy = (label: string): MenuNode => ({
  id: label,
  type: 'item',
  label,
  detail: null,
  isEnabled: true,
  deed: { kind: 'route', route: '#/settings/connections' },
  children: [],
});

const offline = (): FullView => {
  const view = inventedView();
  const connections = view.tables.connections.map((row) => ({
    ...row,
    status: 'offline' as const,
    statusText: 'Offline. Showing data from 14 min ago.',
    droplets: { ...freshness(inventedNow - 14 * minute), isStale: true },
  }));
  return {
    ...view,
    singles: {
      ...view.singles,
      meta: { ...view.singles.meta, isOnline: false },
      tray: {
        ...view.singles.tray,
        face: 'offline',
        title: 'Offline',
        subtitle: 'Showing data from 14 min ago',
        remedies: [remedy('Try now')],
      },
    },
    tables: { ...view.tables, connections },
  };
};

/** Nothing needs a person as far as Buoy sees, but one team's token lacks rights and another's checks fail. */
const limited = (): FullView => {
  const view = inventedView();
  const forbidden = (scope: string) => ({ kind: 'forbidden' as const, message: 'Not allowed.', scopes: [scope] });
  const connections = view.tables.connections.map((row) => ({ ...row, attentionCount: 0 }));
  const [hw, tp, me] = connections;
  if (!hw || !tp || !me) return view;
  return {
    ...view,
    tables: {
      ...view.tables,
      attention: [],
      connections: [
        {
          ...hw,
          dates: { ...hw.dates, unread: [{ name: 'certificates', why: 'Needs certificate:read' }] },
          statusText: 'This token may not read actions and alert policies, which needs actions:read and monitoring:read.',
          unread: [
            { what: 'actions', name: 'actions', failure: forbidden('actions:read'), leftOut: null },
            { what: 'policies', name: 'alert policies', failure: forbidden('monitoring:read'), leftOut: null },
          ],
        },
        {
          ...tp,
          statusText: 'Not read: uptime checks.',
          unread: [
            {
              what: 'checks',
              name: 'uptime checks',
              failure: { kind: 'server-error', message: 'DigitalOcean failed to answer GET /v2/uptime/checks (500).' },
              leftOut: null,
            },
          ],
        },
        me,
      ],
    },
  };
};

/** Each team has another kind of trouble, and so do the files. */
const failing = (): FullView => {
  const view = inventedView();
  const [hw, tp, me] = view.tables.connections;
  if (!hw || !tp || !me) return view;
  return {
    ...view,
    singles: { ...view.singles, meta: { ...view.singles.meta, setAside: ['/home/mara/.config/Buoy/settings.corrupt-1.json'] } },
    tables: {
      ...view.tables,
      connections: [
        {
          ...hw,
          status: 'throttled',
          statusText:
            'DigitalOcean throttles this token until 14:32, because something else uses it too. Settings show what used it.',
          budget: {
            limit: 5000,
            remaining: 0,
            resetAtMs: inventedNow + 24 * minute,
            usedByBuoy: 130,
            throttled: { untilMs: inventedNow + 24 * minute },
            held: null,
            queued: 2,
          },
        },
        {
          ...tp,
          status: 'refused',
          statusText: 'DigitalOcean has not accepted this token since 09:12. Replace it in Settings.',
          lastWorkedAtMs: inventedNow - 296 * minute,
          droplets: { ...freshness(inventedNow - 296 * minute), isStale: true },
        },
        { ...me, status: 'waiting-for-vault', statusText: 'Waiting for your keyring.' },
      ],
    },
  };
};

/** Buoy waits on its own: one team for the minute, with a person's request in line, and one for the last tenth of the hour. */
const held = (): FullView => {
  const view = inventedView();
  const [hw, tp, me] = view.tables.connections;
  if (!hw?.budget || !tp?.budget || !me) return view;
  const untilMs = inventedNow + 24 * minute;
  return {
    ...view,
    tables: {
      ...view.tables,
      connections: [
        {
          ...hw,
          status: 'held',
          statusText: 'Buoy is waiting until 14:09 to stay within DigitalOcean’s 250 requests a minute. It goes on by itself.',
          budget: { ...hw.budget, held: { window: 'minute', untilMs: inventedNow + minute }, queued: 350 },
        },
        {
          ...tp,
          status: 'held',
          statusText:
            'Buoy is waiting until 14:32 so that its polls leave the rest of the token’s requests to you. What you ask for is still sent at once.',
          budget: { ...tp.budget, remaining: 400, usedByBuoy: 130, held: { window: 'poll-share', untilMs } },
        },
        me,
      ],
    },
  };
};

/** A desktop that shows no tray icon. */
const noTray = (): FullView => {
  const view = inventedView();
  const { meta } = view.singles;
  const capabilities = { ...meta.capabilities, tray: false };
  return { ...view, singles: { ...view.singles, meta: { ...meta, capabilities, missingTray: 'gnome' } } };
};

const unread = (failure: boolean): FullView => {
  const view = inventedView();
  const broken = {
    kind: 'server-error' as const,
    message: 'DigitalOcean could not list droplets',
    status: 503,
    attempts: 4,
    requestId: '4f6c1e0a-93b2-4d7e',
    retryAtMs: inventedNow + 2 * minute,
  };
  return {
    ...view,
    singles: {
      ...view.singles,
      settings: { ...view.singles.settings, pinned: [] },
      tray: {
        ...view.singles.tray,
        face: failure ? 'attention' : 'ok',
        title: failure ? 'DigitalOcean has trouble answering' : 'Asking DigitalOcean',
        subtitle: '0 droplets in 3 teams',
      },
    },
    tables: {
      ...view.tables,
      droplets: [],
      actions: [],
      attention: [],
      notices: [],
      months: [],
      connections: view.tables.connections.map((row) => ({
        ...row,
        status: failure ? ('failing' as const) : ('checking' as const),
        statusText: failure ? broken.message : 'Asking DigitalOcean for the first time.',
        dropletCount: 0,
        attentionCount: 0,
        dropletsMonthlyUsd: '0',
        balance: null,
        droplets: { ...freshness(null), failure: failure ? broken : null },
        actions: freshness(null),
        balanceFreshness: {
          ...freshness(null),
          failure: failure
            ? { kind: 'forbidden', message: 'This token may not read billing.', scopes: ['billing:read'], status: 403 }
            : null,
        },
      })),
    },
  };
};

/** Everything was read, and there is nothing in it. */
const bare = (): FullView => {
  const view = unread(false);
  return {
    ...view,
    singles: { ...view.singles, tray: { ...view.singles.tray, title: 'All well' } },
    tables: {
      ...view.tables,
      coming: [],
      months: [],
      connections: view.tables.connections.map((row) => ({ ...row, status: 'ok', droplets: freshness(), actions: freshness() })),
    },
  };
};

const withDroplets = (count: number): FullView => {
  const view = inventedView();
  return { ...view, tables: { ...view.tables, droplets: manyDroplets(count) } };
};

/** Notices with names that are hard to lay out. */
const awkward = (): FullView => {
  const view = inventedView();
  return { ...view, tables: { ...view.tables, notices: awkwardNotices() } };
};

/** The tray before anything is connected. */
const signedOut = (): FullView => {
  const view = emptyView();
  const tray = {
    face: 'signed-out' as const,
    title: 'No account yet',
    subtitle: 'Add a token, or look around on the demo account',
    badge: '',
    remedies: [remedy('Add a token…'), remedy('Open the demo account')],
    menu: [],
  };
  return { ...view, singles: { ...view.singles, tray } };
};

/** Names as a person, or a test of Buoy, might choose them, and a droplet that DigitalOcean has locked. */
const odd = (): FullView => {
  const view = inventedView();
  const names: Record<string, string> = { hw: 'מרכז הנמל 🚢', tp: 'Tidepool Research and Development Laboratories', me: '🏝️' };
  return {
    ...view,
    tables: {
      ...view.tables,
      months: [],
      connections: view.tables.connections.map((row) => ({ ...row, label: names[row.id] ?? row.label })),
      droplets: view.tables.droplets.map((row) => (row.name === 'web-01' ? { ...row, isLocked: true } : row)),
    },
  };
};

/** One team alone, whose alert policies this token may not read. */
const oneTeam = (): FullView => {
  const view = inventedView();
  const [hw] = view.tables.connections;
  if (!hw) return view;
  const failure = {
    kind: 'forbidden' as const,
    message: 'This token may not do GET /v2/monitoring/alerts.',
    nextStep: 'Use a token with monitoring:read.',
  };
  const connections = [{ ...hw, monitoringFailures: [{ what: 'alerts' as const, failure }] }];
  return { ...view, tables: { ...view.tables, connections, attention: [] } };
};

/** More policies than anyone reads, of which some fire. */
const manyPolicies = (): FullView => {
  const view = inventedView();
  const policies = Array.from({ length: 500 }, (_, at): FullView['tables']['policies'] => {
    const like = view.tables.policies[at % view.tables.policies.length];
    return like ? [{ ...like, key: `${like.key}-${at}`, uuid: `${like.uuid}-${at}` }] : [];
  }).flat();
  return { ...view, tables: { ...view.tables, policies } };
};

const scenes: Record<string, () => FullView> = {
  'one-team': oneTeam,
  awkward,
  full: inventedView,
  first: emptyView,
  offline,
  failing,
  limited,
  held,
  'no-tray': noTray,
  loading: () => unread(false),
  broken: () => unread(true),
  bare,
  hundred: () => withDroplets(100),
  many: () => withDroplets(10_000),
  'many-policies': manyPolicies,
  'signed-out': signedOut,
  odd,
  long: () => withLongNames(inventedView()),
};

/** The view of a scene; the full view if no scene has that name. */
export const sceneView = (name: string): FullView => (scenes[name] ?? inventedView)();
