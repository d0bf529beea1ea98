import { describe, expect, it } from 'vitest';
import type { TrackedAction } from '../../../../main/core/fetched/actions.ts';
import type { PinState } from '../../../../main/core/fetched/pins.ts';
import type { UptimeState } from '../../../../main/core/fetched/uptime.ts';
import { jobsOf } from '../../../../main/core/jobs/all.ts';
import { routes } from '../../../../main/core/names/routes.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import type { State } from '../../../../main/core/state/state.ts';
import { createViewOf } from '../../../../main/core/view/view.ts';
import type { JsonObject } from '../../../../preload/contract/json.ts';
import { pinKey } from '../../../../preload/contract/pin-key.ts';
import type { PinnedThing } from '../../../../preload/contract/settings.ts';
import type { MenuNode } from '../../../../preload/contract/view.ts';
import { askedAt, placeHref } from '../../../../renderer/routes/resource-place.ts';
import { parseRoute } from '../../../../renderer/routes/routes.ts';
import { fetched, fold, loadedState, nothingElse, startMs } from '../../../doubles/core/states.ts';
import { allNodes, trayText } from '../../../doubles/core/tray-text.ts';
import { desktopCapabilities } from '../../../doubles/invented/capabilities.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';
import { anUptime } from '../../../doubles/invented/invented-watching.ts';

const facts = { version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities } as const;
const viewAt = (state: State, nowMs = startMs) => createViewOf(facts)(state, nowMs);

const pinned = (familyId: string, itemId: string, name: string): PinnedThing => {
  const place = { connectionId: 'c1', familyId, parent: {}, id: itemId };
  return { key: pinKey(place), connectionId: 'c1', familyId, parent: {}, itemId, name };
};
const read = (pin: PinnedThing, told: Partial<PinState> & { row?: JsonObject | null } = {}): PinState => ({
  key: pin.key,
  itemId: pin.itemId,
  name: pin.name,
  state: 'active',
  about: '',
  address: '',
  region: 'fra1',
  readAtMs: startMs,
  isGone: false,
  failure: null,
  row: { id: pin.itemId, name: pin.name },
  ...told,
});

const storefront = pinned('apps_list', 'a1', 'storefront');
const main = pinned('databases_list_clusters', 'd1', 'db-main');
const harbour = pinned('kubernetes_list_clusters', 'k1', 'harbour');
const front = pinned('loadBalancers_list', 'l1', 'shop-front');
const address = pinned('reservedIPs_list', '198.51.100.9', '198.51.100.9');
const images = pinned('cdn_list_endpoints', 'e1', 'shop-images');
const docs = pinned('uptime_list_checks', 'u1', 'docs');
const assets = pinned('volumes_list', 'v1', 'web-assets');

const withPins = (pins: PinnedThing[], ...events: StateEvent[]): State => {
  const loaded = fold(loadedState(), fetched('droplets', [aDroplet()]), ...nothingElse());
  const settings = { ...loaded.settings, pinned: pins.map(({ key }) => key), pinnedThings: pins };
  return fold(loaded, { type: 'settings-changed', settings }, ...events);
};
const everything = withPins(
  [storefront, main, harbour, front, address, images, docs, assets],
  fetched('pins', [
    read(storefront, { state: 'ACTIVE', address: 'https://store.example.com' }),
    read(main, { state: 'online' }),
    read(harbour, { state: 'running' }),
    read(front, { address: '203.0.113.80' }),
    read(address, { state: 'assigned', address: '198.51.100.9', about: 'web-02' }),
    read(images, { state: null, address: 'images.example.com' }),
    read(assets, { state: null }),
  ]),
  fetched('uptime', [check({ status: 'up', changedAtMs: startMs - 3_600_000 })]),
);

function check(told: Partial<UptimeState>): UptimeState {
  return anUptime({ name: 'docs', target: 'https://docs.example.com', changedAtMs: null, status: 'unknown', ...told });
}

const menuOf = (state: State, nowMs = startMs): MenuNode[] => {
  const { menu } = viewAt(state, nowMs).singles.tray;
  return menu.filter(({ id }) => id.startsWith('pin/'));
};
const textOf = (nodes: MenuNode[]) =>
  trayText({ face: 'ok', title: '', subtitle: '', badge: '', remedies: [], menu: nodes }).slice(1);

describe('pinned things in the tray’s menu', () => {
  it('stand with their state and what is worth one click, in the person’s own order among the droplets', () => {
    expect(textOf(menuOf(everything))).toEqual([
      'storefront · Active',
      '  Copy address',
      '  Redeploy',
      '  Show',
      'db-main · Online',
      '  Copy connection string',
      '  Show',
      'harbour · Running',
      '  Save kubeconfig…',
      '  Show',
      'shop-front · Active',
      '  Copy address',
      '  Show',
      '198.51.100.9 · On web-02',
      '  Copy address',
      '  Show',
      'shop-images · images.example.com',
      '  Purge cache…',
      '  Show',
      expect.stringMatching(/^docs · Up$/),
      expect.stringMatching(/^ {2}\(Up since \d\d:\d\d\)$/),
      '  Pause',
      '  Show',
      'web-assets · fra1',
      '  Show',
    ]);
    const { settings } = everything;
    const mixed = fold(everything, {
      type: 'settings-changed',
      settings: { ...settings, pinned: [main.key, 'c1:101', front.key] },
    });
    const names = viewAt(mixed).singles.tray.menu.map(({ label }) => label);
    expect(names.slice(names.indexOf('Pinned'), names.indexOf('Pinned') + 4)).toEqual([
      'Pinned',
      'db-main',
      'web-01',
      'shop-front',
    ]);
  });

  it('are at most two levels deep with three lines each, destroy nothing, and ask for what disrupts in the window', () => {
    for (const node of menuOf(everything)) {
      expect(node.children.length).toBeLessThanOrEqual(3);
      for (const { deed, label, children } of node.children) {
        expect(children).toEqual([]);
        if (deed?.kind === 'job') {
          const job = jobsOf(deed.thing.familyId).find(({ name }) => name === deed.name);
          expect(['safe', 'normal']).toContain(job?.level);
        }
        if (!label.endsWith('…')) continue;
        const route = parseRoute(deed?.kind === 'route' ? deed.route : '');
        const asked = route.view === 'resources' ? askedAt(route.path) : null;
        const job = jobsOf(asked?.thing.familyId ?? '').find(({ name }) => name === asked?.job);
        expect(['safe', 'normal', 'disruptive']).toContain(job?.level);
      }
    }
    const ids = allNodes(menuOf(everything)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('hold no connection string: it is read only when it is copied', () => {
    const row = { id: 'd1', name: 'db-main', connection: { uri: 'pg://shop:s3cret@db', password: 's3cret' } };
    const state = withPins([main], fetched('pins', [read(main, { row })]));
    expect(JSON.stringify(viewAt(state))).not.toContain('s3cret');
  });

  it('say what runs on them, also on a part of them', () => {
    const running: TrackedAction = {
      key: 'c1:follow-1',
      connectionId: 'c1',
      actionId: null,
      type: 'deploy',
      status: 'in-progress',
      startedAtMs: startMs,
      completedAtMs: null,
      resourceType: 'app',
      resourceId: 'dep-1',
      resourceName: 'storefront',
      regionSlug: null,
      sizeSlug: null,
      value: null,
      startedBy: 'buoy',
      isSlow: false,
      failure: null,
      follow: {
        kind: 'deployment',
        target: { app_id: 'a1', deployment_id: 'dep-1' },
        titles: { running: 'Deploying storefront', completed: '', errored: '' },
        route: null,
      },
    };
    const state = fold(everything, { type: 'follow-changed', action: running, atMs: startMs });
    const { tables, singles } = viewAt(state);
    expect(tables.pins.get(storefront.key)).toMatchObject({ stateText: 'Deploying', isBusy: true });
    expect(tables.pins.get(main.key)).toMatchObject({ stateText: 'Online', isBusy: false });
    expect(trayText(singles.tray)).toEqual(expect.arrayContaining(['# Running', 'Deploying storefront · for 1 min']));
  });

  it('turn a job off that cannot run now', () => {
    const row = { id: 'a1', spec: { name: 'storefront' }, pinned_deployment: { id: 'dep-1' } };
    const state = withPins([storefront], fetched('pins', [read(storefront, { row })]));
    expect(textOf(menuOf(state))).toContain('  (Redeploy)');
  });

  it('offer to resume a check that is paused, and say no state of it', () => {
    const state = withPins([docs], fetched('uptime', [check({ isEnabled: false, status: 'unknown', changedAtMs: startMs })]));
    expect(textOf(menuOf(state))).toEqual(['docs · Paused', '  (Paused)', '  Resume', '  Show']);
  });

  it('say what is gone, and can only be unpinned then', () => {
    const state = withPins([assets, docs], fetched('pins', [read(assets, { isGone: true, row: null })]), fetched('uptime', []));
    expect(textOf(menuOf(state))).toEqual(['web-assets · No longer there', '  Unpin', 'docs · No longer there', '  Unpin']);
    expect(menuOf(state)[0]?.children[0]?.deed).toEqual({ kind: 'command', command: { kind: 'unpin', key: assets.key } });
  });

  it('say how old they are once three reads were missed, and why', () => {
    const failure = { kind: 'forbidden', message: 'This token may not read apps.' } as const;
    const state = withPins([storefront], fetched('pins', [read(storefront, { failure })]));
    expect(viewAt(state, startMs + 900_000).tables.pins.get(storefront.key)).toMatchObject({ standing: 'known', note: '' });
    const late = viewAt(state, startMs + 1_200_000);
    expect(late.tables.pins.get(storefront.key)).toMatchObject({
      standing: 'stale',
      note: 'Read 20 min ago. This token may not read apps.',
    });
    expect(textOf(menuOf(state, startMs + 1_200_000))[0]).toBe(
      'storefront · Active · read 20 min ago. This token may not read apps',
    );
  });

  it('say that nothing was read yet, or why', () => {
    const state = withPins([storefront, docs]);
    expect(textOf(menuOf(state))[0]).toBe('storefront · Not read yet');
    const failure = { kind: 'network', message: 'No network.' } as const;
    const failed = fold(state, { type: 'fetch-failed', connectionId: 'c1', what: 'pins', failure, atMs: startMs });
    expect(viewAt(failed).tables.pins.get(storefront.key)).toMatchObject({ stateText: 'Could not be read', note: 'No network.' });
  });

  it('stay the same menu while only their age goes on', () => {
    const viewOf = createViewOf(facts);
    const before = viewOf(everything, startMs + 1000);
    const after = viewOf(everything, startMs + 62_000);
    expect(after.singles.tray).toBe(before.singles.tray);
    expect(after.tables.pins).toBe(before.tables.pins);
  });

  it('are shown without a single droplet too, and at most 25 of them', () => {
    const many = Array.from({ length: 30 }, (_, at) => pinned('tags_list', `t${at}`, `tag-${at}`));
    const state = fold(withPins(many), fetched('droplets', []));
    expect(menuOf(state)).toHaveLength(25);
    expect(trayText(viewAt(state).singles.tray)).toContain('(No droplets)');
  });
});

describe('the place of a pinned thing', () => {
  it('is the one that the page has for it, whatever is in its id', () => {
    const parent = { registry_name: 'harbour', repository_name: 'web/api & more' };
    const place = { connectionId: 'c1', familyId: 'registries_list_repositoryTags', parent, id: 'v1.2:latest/ü' };
    expect(routes.thing(place)).toBe(placeHref({ ...place, itemId: place.id }));
    const route = parseRoute(routes.thing(place, 'copy-pull'));
    expect(route.view === 'resources' && askedAt(route.path)).toEqual({ job: 'copy-pull', thing: place });
  });
});
