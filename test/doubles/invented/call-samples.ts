import type { LogSource } from '../../../preload/contract/log-route.ts';
import type { CallName, EventName, EventPayload } from '../../../preload/contract/schema.ts';
import { settingsSchema } from '../../../preload/contract/settings.ts';
import type { FullView, Singles } from '../../../preload/contract/view.ts';
import { billSamples, type Sample } from './bill-samples.ts';
import { aNotice } from './notices.ts';

const settings = settingsSchema.parse({});

export const sampleSingles: Singles = {
  settings,
  tray: { face: 'ok', title: 'All is well', subtitle: '', badge: '', remedies: [], menu: [] },
  meta: {
    version: '0.1.0',
    platform: 'linux',
    capabilities: {
      tray: false,
      keychain: true,
      desktopNotices: false,
      startAtLogin: false,
      saveDialog: false,
      quit: true,
      demo: true,
      terminal: false,
    },
    missingTray: null,
    isDemoOpen: false,
    isOnline: true,
    pause: null,
    vaultProblem: null,
    setAside: [],
    isLoaded: true,
    noticeKinds: [{ kind: 'droplet-down', name: 'A droplet went down unexpectedly', icon: 'down', isUrgent: true }],
  },
};

export const sampleView: FullView = {
  revision: 7,
  nowMs: 1_800_000_000_000,
  singles: sampleSingles,
  tables: {
    connections: [],
    droplets: [],
    actions: [],
    notices: [],
    attention: [],
    resources: [],
    incidents: [],
    months: [],
    pins: [],
    runs: [],
    checks: [],
    policies: [],
    watching: [],
    measured: [],
    coming: [],
  },
};

const logSource: LogSource = {
  connectionId: 'c1',
  appId: 'a1',
  type: 'run',
  deploymentId: null,
  component: null,
  runId: null,
};

const someThing = { connectionId: 'c1', familyId: 'volumes_list', id: 'v1', parent: {}, row: { id: 'v1', name: 'web-assets' } };

/** For each call of the contract: arguments that fit and arguments that do not, an answer that fits and one that does not. */
export const callSamples: { [N in CallName]: Sample<N> } = {
  openView: { args: {}, badArgs: 'none', result: sampleView, badResult: { revision: 1 } },
  runCommand: {
    args: { command: { kind: 'droplet-action', dropletKeys: ['c1:101'], type: 'power_cycle' } },
    badArgs: { command: { kind: 'droplet-action', dropletKeys: ['no-key'], type: 'power_cycle' } },
    result: { status: 'started', message: 'Power cycling web-01', actionKeys: ['c1:9'], failures: [] },
    badResult: { status: 'begun' },
  },
  readCatalogueIndex: { args: {}, badArgs: null, result: { operations: [['droplets_list', 'GET']] }, badResult: undefined },
  readCatalogueTag: { args: { tag: 'Droplets' }, badArgs: { tag: 5 }, result: { operations: {} }, badResult: undefined },
  offerJobs: {
    args: {
      thing: { connectionId: 'c1', familyId: 'volumes_list', id: 'v1', parent: {}, row: { id: 'v1', name: 'web-assets' } },
    },
    badArgs: { thing: { familyId: 'volumes_list' } },
    result: [{ name: 'attach', label: 'Attach…', level: 'normal', isMain: true, offReason: null, keywords: '' }],
    badResult: [{ name: 'attach', level: 'mild' }],
  },
  readJobHints: {
    args: {},
    badArgs: null,
    result: [{ familyId: 'volumes_list', name: 'attach', label: 'Attach…', keywords: '', isNew: false }],
    badResult: [{ label: 'Attach…' }],
  },
  openJob: {
    args: {
      name: 'grow',
      thing: { connectionId: 'c1', familyId: 'volumes_list', id: 'v1', parent: {}, row: { id: 'v1', name: 'web-assets' } },
    },
    badArgs: { thing: {} },
    result: {
      id: 'job-1',
      title: 'Grow web-assets',
      level: 'normal',
      lines: ['It cannot be made smaller again.'],
      fields: [
        {
          kind: 'number',
          name: 'size',
          label: 'Size',
          hint: null,
          shownIf: null,
          value: 100,
          minimum: 101,
          maximum: 16_384,
          step: 1,
          unit: 'GiB',
          isRequired: true,
        },
      ],
      goes: [],
      stays: [],
      typeToConfirm: null,
      submitLabel: 'Grow',
      hasPrice: false,
    },
    badResult: { id: 'job-1' },
  },
  weighJob: {
    args: { id: 'job-1', values: { size: 150 }, isPriced: true },
    badArgs: { id: 'job-1' },
    result: { level: 'normal', lines: [], differences: ['Size: 100 → 150 GiB'], typeToConfirm: null, price: null },
    badResult: { level: 'mild' },
  },
  runJob: {
    args: { id: 'job-1', values: { size: 150 } },
    badArgs: { id: 'job-1', values: { size: {} } },
    result: {
      message: 'web-assets grows.',
      actionKeys: ['c1:9'],
      copy: null,
      downloadId: null,
      secret: null,
      route: null,
      again: null,
    },
    badResult: { message: 5 },
  },
  offerManyJobs: {
    args: { things: [someThing] },
    badArgs: { things: [] },
    result: [
      {
        name: 'delete',
        label: 'Delete…',
        level: 'destructive',
        isMain: false,
        offReason: null,
        keywords: '',
        count: 2,
        group: null,
      },
    ],
    badResult: [{ name: 'delete', group: 'some' }],
  },
  openManyJob: {
    args: { name: 'delete', things: [someThing] },
    // A family itself is no thing among others.
    badArgs: { name: 'delete', things: [{ ...someThing, id: '' }] },
    result: {
      id: 'many-1',
      title: 'Delete 2 volumes',
      level: 'destructive',
      lines: ['Team: Harbour Works.'],
      fields: [],
      goes: ['web-assets, with all 100 GiB on it'],
      stays: [],
      typeToConfirm: 'delete 2 volumes',
      submitLabel: 'Delete',
      hasPrice: false,
      names: ['web-assets', 'old-uploads'],
      leftOut: [{ name: 'mail-spool', reason: 'It is locked.' }],
    },
    badResult: { id: 'many-1', names: 'all' },
  },
  runManyJob: {
    args: { id: 'many-1', values: {}, typed: 'delete 2 volumes' },
    badArgs: { id: '' },
    result: { runKey: 'run-1' },
    badResult: { runKey: 1 },
  },
  changeRun: {
    args: { runKey: 'run-1', change: 'retry' },
    badArgs: { runKey: 'run-1', change: 'undo' },
    result: null,
    badResult: 'retried',
  },
  readLogApp: {
    args: { source: logSource },
    badArgs: { source: { ...logSource, type: 'other' } },
    result: { name: 'storefront', components: ['web'] },
    badResult: { name: 'storefront' },
  },
  openLog: { args: { source: logSource }, badArgs: {}, result: { logId: 'log-1' }, badResult: {} },
  readLog: {
    args: { logId: 'log-1', after: 0 },
    badArgs: { logId: 'log-1', after: -1 },
    result: {
      state: { kind: 'live' },
      lines: [{ seq: 1, who: 'web', atMs: 1_800_000_000_000, prefix: 'web 2027-01-15T08:00:00Z ', text: 'GET /', isNote: false }],
      first: 1,
      newest: 1,
    },
    badResult: { state: { kind: 'live' } },
  },
  allowLogHost: { args: { logId: 'log-1', host: 'logs.example.com' }, badArgs: { logId: 'log-1' }, result: null, badResult: 1 },
  saveLog: { args: { logId: 'log-1', after: 0 }, badArgs: {}, result: { downloadId: 'd1' }, badResult: {} },
  sendRequest: {
    args: {
      requestId: 'r1',
      connectionId: 'c1',
      operationId: 'droplets_get',
      path: { droplet_id: '101' },
      query: { tags: ['a', 'b'] },
      headers: {},
      isSchemaMismatchAllowed: false,
      isAllPages: false,
    },
    badArgs: { requestId: 'r1' },
    result: {
      status: 'answered',
      httpStatus: 200,
      durationMs: 31,
      cost: 1,
      remaining: 4999,
      headers: [['content-type', 'application/json']],
      body: { kind: 'json', value: { droplet: { id: 101, name: 'web-01', tags: [] } } },
      warnings: [],
      actionKeys: [],
      isSecret: false,
    },
    badResult: { status: 'answered', httpStatus: '200' },
  },
  cancelRequest: { args: { requestId: 'r1' }, badArgs: {}, result: null, badResult: 5 },
  loadResources: {
    args: { familyId: 'volumes', connectionId: 'c1', isForced: true },
    badArgs: { familyId: '' },
    result: null,
    badResult: 'loaded',
  },
  readResources: {
    args: { familyId: 'volumes', connectionId: 'c1' },
    badArgs: { connectionId: 'c1' },
    result: { revision: 2, fetchedAtMs: 1_800_000_000_000, items: [{ id: 'v1', size_gigabytes: 10 }] },
    badResult: [],
  },
  tellCosts: {
    args: { connectionId: 'c1', familyId: 'volumes_list', things: [{ id: 'v1', row: { id: 'v1' } }], reach: 'own' },
    badArgs: { connectionId: 'c1', familyId: 'volumes_list', things: [{ id: 'v1', row: {} }], reach: 'far' },
    result: [
      { kind: 'price', usd: '10', range: null, per: 'month', isAbout: false, without: [] },
      { kind: 'billed', usd: '31.20', period: '2026-10' },
      null,
    ],
    badResult: [{ kind: 'price', usd: 10 }],
  },
  ...billSamples,
  readMetric: {
    args: { requestId: 'r2', connectionId: 'c1', kind: 'droplet', thingId: '101', chart: 'cpu', range: '6h' },
    badArgs: { requestId: 'r2', connectionId: 'c1', kind: 'droplet', thingId: '101', chart: 'cpu', range: '2y' },
    result: {
      unit: 'percent',
      startMs: 1_800_000_000_000,
      endMs: 1_800_021_600_000,
      fromMs: 1_800_000_000_000,
      stepMs: 120_000,
      lines: [{ line: 'used', detail: null, values: [12.5, null, 34] }],
      limits: null,
      sampledAtMs: 1_800_000_240_000,
      freshUntilMs: 1_800_021_720_000,
    },
    badResult: { unit: 'percent' },
  },
  readSparks: {
    args: { requestId: 'r3', dropletKeys: ['c1:101'] },
    badArgs: { requestId: 'r3', dropletKeys: [] },
    result: [{ key: 'c1:101', state: 'read', values: [12.5, null], endMs: 1_800_000_000_000, latest: 12.5, sampledAtMs: null }],
    badResult: [{ key: 'c1:101', state: 'unsure' }],
  },
  cancelMetric: { args: { requestId: 'r2' }, badArgs: {}, result: null, badResult: 5 },
  saveCalendar: {
    args: { connectionId: null, kind: 'certificates' },
    badArgs: { connectionId: null, kind: 'holidays' },
    result: { downloadId: 'd3', entries: 4 },
    badResult: { downloadId: 'd3' },
  },
  keepFile: {
    args: { suggestedName: 'cpu.csv', mediaType: 'text/csv', base64: 'QSxC' },
    badArgs: { suggestedName: 'cpu.html', mediaType: 'text/html', base64: 'QSxC' },
    result: { downloadId: 'd2' },
    badResult: {},
  },
  listCredentials: { args: {}, badArgs: 1, result: ['agent'], badResult: [5] },
  saveCredential: {
    args: { name: 'agent', secret: 'sk-do-invented' },
    badArgs: { name: 'agent' },
    result: null,
    badResult: true,
  },
  removeCredential: { args: { name: 'agent' }, badArgs: { name: '' }, result: null, badResult: 0 },
  saveDownload: { args: { downloadId: 'd1' }, badArgs: {}, result: { savedAs: 'invoice.pdf' }, badResult: {} },
  copyPicture: { args: { base64: 'iVBORw0KGgo=' }, badArgs: { base64: '' }, result: null, badResult: 'x' },
  copyText: { args: { text: '203.0.113.7' }, badArgs: { text: 5 }, result: null, badResult: 'x' },
  openLink: { args: { url: 'https://cloud.digitalocean.com/' }, badArgs: { url: null }, result: null, badResult: 'x' },
  openTerminal: { args: { address: '203.0.113.7' }, badArgs: {}, result: null, badResult: 'x' },
  showWindow: { args: { route: '#/activity' }, badArgs: { route: 'javascript:1' }, result: null, badResult: 'x' },
  reportTrayHeight: { args: { height: 320 }, badArgs: { height: -1 }, result: null, badResult: 'x' },
  reportDraft: { args: { hasDraft: true }, badArgs: {}, result: null, badResult: 'x' },
  closeTray: { args: {}, badArgs: 'now', result: null, badResult: 'x' },
  quit: { args: {}, badArgs: 'now', result: null, badResult: 'x' },
};

/** One payload for each event. */
export const eventSamples: { [E in EventName]: EventPayload<E> } = {
  viewPatch: { revision: 8, nowMs: 1_800_000_001_000, singles: {}, tables: { droplets: { set: [], remove: ['c1:101'] } } },
  notice: aNotice(),
  navigate: { route: '#/droplets/c1:101' },
  streamChunk: { requestId: 'r1', text: 'data: ünï\n\n' },
  logChanged: { logId: 'log-1' },
};
