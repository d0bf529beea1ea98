import fc from 'fast-check';
import type { PinState } from '../../../main/core/fetched/pins.ts';
import { snoozeButton } from '../../../main/core/notices/buttons.ts';
import type { StateEvent } from '../../../main/core/state/events.ts';
import { newConnection } from '../../../main/core/state/state.ts';
import { pinKey } from '../../../preload/contract/pin-key.ts';
import { type PinnedThing, settingsSchema } from '../../../preload/contract/settings.ts';
import { aBalance, aDroplet, anAction } from '../invented/facts.ts';
import { aNotice } from '../invented/notices.ts';
import { startMs } from './states.ts';

/** Random histories in which everything collides: few ids, and times close together. */

const connectionId = fc.constantFrom('c1', 'c2', 'demo-1');
const dropletId = fc.integer({ min: 1, max: 6 });
const atMs = fc.integer({ min: 0, max: 3_600_000 }).map((ms) => startMs + ms);
const status = fc.constantFrom('new' as const, 'active' as const, 'off' as const, 'unknown' as const);

const droplet = fc
  .record({ id: dropletId, status, name: fc.constantFrom('web', 'db', 'cache'), priceMonthlyUsd: fc.constantFrom(null, 6, 24) })
  .map((fields) => aDroplet(fields));

const action = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    resourceId: dropletId,
    type: fc.constantFrom('reboot', 'power_off', 'power_cycle', 'snapshot', 'destroy'),
    status: fc.constantFrom('in-progress' as const, 'completed' as const, 'errored' as const),
    startedAtMs: atMs,
    tookMs: fc.integer({ min: 0, max: 300_000 }),
  })
  .map(({ tookMs, ...fields }) =>
    anAction({ ...fields, completedAtMs: fields.status === 'in-progress' ? null : fields.startedAtMs + tookMs }),
  );

const matter = dropletId.map((id) => `down/c1:${id}`);
const notice = fc
  .record({ id: fc.integer({ min: 1, max: 40 }), dropletId, atMs, kind: fc.constantFrom('droplet-down', 'action-completed') })
  .map(({ id, dropletId: droplet, atMs: toldAtMs, kind }) => {
    const key = `down/c1:${droplet}`;
    const about = { matter: kind === 'droplet-down' ? key : null, buttons: [snoozeButton(key)] };
    return aNotice({ key: `${key}/${id}`, kind, atMs: toldAtMs, name: `web-${droplet}`, ...about });
  });

const failure = fc.constantFrom(
  { kind: 'network' as const, message: 'No network.' },
  { kind: 'unauthorized' as const, message: 'Refused.' },
  { kind: 'throttled' as const, message: 'Later.', retryAtMs: startMs + 600_000 },
  { kind: 'held' as const, message: 'Later.', retryAtMs: startMs + 600_000, window: 'poll-share' as const },
);
const what = fc.constantFrom('droplets' as const, 'actions' as const, 'balance' as const, 'pins' as const);

/** Things that may be pinned: in two teams, of families that say more and less of themselves, and one that is a check. */
const pinnedThings = (['apps_list', 'reservedIPs_list', 'tags_list', 'uptime_list_checks'] as const).flatMap((familyId, at) =>
  ['c1', 'demo-1'].map((id): PinnedThing => {
    const place = { connectionId: id, familyId, parent: {}, id: String(at + 1) };
    return { ...place, key: pinKey(place), itemId: place.id, name: familyId };
  }),
);
const pinState = fc
  .record({
    at: fc.constantFrom(...pinnedThings),
    state: fc.constantFrom(null, 'ACTIVE', 'DEPLOYING'),
    isGone: fc.boolean(),
    row: fc.constantFrom(null, { id: '1', pinned_deployment: { id: 'd1' } }),
    readAtMs: atMs,
  })
  .map(({ at: { key, itemId, name }, ...told }): PinState & { id: string } => ({
    id: key,
    key,
    itemId,
    name,
    about: '',
    address: 'https://store.example.com',
    region: 'fra1',
    failure: null,
    ...told,
  }));

const list = <T>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { maxLength: 6, selector: (item) => (item as { id: number | string }).id });

export const anyEvent: fc.Arbitrary<StateEvent> = fc.oneof(
  connectionId.map(
    (id): StateEvent => ({
      type: 'connection-added',
      connection: newConnection({ id, label: id, isDemo: id === 'demo-1', isForThisRunOnly: id === 'demo-1' }),
    }),
  ),
  fc.record({ type: fc.constant('connection-removed' as const), connectionId }),
  fc.record({
    type: fc.constant('status-page-read' as const),
    page: fc.record({
      incidents: list(
        fc.record({
          id: fc.constantFrom('a', 'b'),
          title: fc.constant('Trouble'),
          impact: fc.constantFrom('minor' as const, 'critical' as const),
          status: fc.constant('identified' as const),
          startedAtMs: fc.constantFrom(null, startMs),
          updatedAtMs: fc.constant(null),
          parts: fc.constantFrom([], [{ product: 'Droplets', regionSlug: null }], [{ product: 'API', regionSlug: 'fra1' }]),
        }),
      ),
      uses: fc.constant(new Map()),
    }),
  }),
  fc.record({ type: fc.constant('connection-renamed' as const), connectionId, label: fc.constantFrom('One', 'Two') }),
  fc.record({
    type: fc.constant('fetched' as const),
    what: fc.constant('droplets' as const),
    connectionId,
    answer: list(droplet),
    requestedAtMs: atMs,
    atMs,
  }),
  fc
    .record({ type: fc.constant('droplet-fetched' as const), connectionId, droplet, atMs })
    .map((event): StateEvent => ({ ...event, dropletId: event.droplet.id })),
  fc.record({ type: fc.constant('droplet-fetched' as const), connectionId, dropletId, droplet: fc.constant(null), atMs }),
  fc.record({
    type: fc.constant('fetched' as const),
    what: fc.constant('actions' as const),
    connectionId,
    answer: list(action),
    requestedAtMs: atMs,
    atMs,
  }),
  fc.record({
    type: fc.constant('actions-started' as const),
    connectionId,
    actions: list(action),
    value: fc.constantFrom(null, 'x'),
    atMs,
  }),
  fc.record({
    type: fc.constant('command-sent' as const),
    connectionId,
    dropletIds: fc.array(dropletId, { maxLength: 3 }),
    actionType: fc.constantFrom('reboot', 'power_off'),
    value: fc.constant(null),
    atMs,
  }),
  fc.record({ type: fc.constant('command-ended' as const), connectionId, dropletIds: fc.array(dropletId, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('fetch-started' as const), connectionId, what }),
  fc.record({ type: fc.constant('fetch-failed' as const), connectionId, what, failure, atMs }),
  fc.record({
    type: fc.constant('fetched' as const),
    what: fc.constant('balance' as const),
    connectionId,
    answer: fc.constant(aBalance()),
    requestedAtMs: atMs,
    atMs,
  }),
  fc.record({
    type: fc.constant('fetched' as const),
    what: fc.constant('pins' as const),
    connectionId,
    answer: list(pinState),
    requestedAtMs: atMs,
    atMs,
  }),
  fc.record({ type: fc.constant('settings-changed' as const), some: fc.subarray(pinnedThings) }).map(({ type, some }) => ({
    type,
    settings: settingsSchema.parse({ pinned: some.map(({ key }) => key), pinnedThings: some }),
  })),
  fc.record({ type: fc.constant('network-changed' as const), isOnline: fc.boolean() }),
  fc.record({ type: fc.constant('tray-changed' as const), isShown: fc.boolean() }),
  fc.record({
    type: fc.constant('pause-changed' as const),
    pause: fc.constantFrom(null, { untilMs: null }, { untilMs: startMs + 1_800_000 }),
  }),
  fc.record({ type: fc.constant('time-passed' as const), atMs }),
  fc.record({
    type: fc.constant('notices-made' as const),
    notices: fc.array(notice, { maxLength: 5 }),
    facts: fc.constant([]),
  }),
  fc.record({ type: fc.constant('matter-snoozed' as const), matter, untilMs: atMs }),
  fc.record({ type: fc.constant('snooze-ended' as const), matter }),
);

export const anyHistory = fc.array(anyEvent, { maxLength: 60 });
