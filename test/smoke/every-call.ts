import type { LogSource } from '../../preload/contract/log-route.ts';
import type { CallArgs, CallName } from '../../preload/contract/schema.ts';

type Asked = Exclude<CallName, 'quit'>;

const logOf = (connectionId: string): LogSource => ({
  connectionId,
  appId: 'none',
  type: 'run',
  deploymentId: null,
  component: null,
  runId: null,
});

/** For each call of the bridge, arguments that harm nothing, and what may come of them: `ok`, or a kind of failure. */
export const everyCall = (connectionId: string): { [N in Asked]: { args: CallArgs<N>; outcomes: readonly string[] } } => ({
  openView: { args: {}, outcomes: ['ok'] },
  runCommand: { args: { command: { kind: 'refresh' } }, outcomes: ['ok'] },
  readCatalogueIndex: { args: {}, outcomes: ['ok'] },
  readCatalogueTag: { args: { tag: 'Droplets' }, outcomes: ['ok'] },
  offerJobs: {
    args: { thing: { connectionId, familyId: 'volumes_list', id: 'none', parent: {}, row: {} } },
    outcomes: ['ok'],
  },
  readJobHints: { args: {}, outcomes: ['ok'] },
  openJob: {
    args: { name: 'none', thing: { connectionId, familyId: 'volumes_list', id: 'none', parent: {}, row: {} } },
    outcomes: ['not-found'],
  },
  weighJob: { args: { id: 'none', values: {} }, outcomes: ['refused'] },
  runJob: { args: { id: 'none', values: {} }, outcomes: ['refused'] },
  offerManyJobs: {
    args: { things: [{ connectionId, familyId: 'volumes_list', id: 'none', parent: {}, row: {} }] },
    outcomes: ['ok'],
  },
  openManyJob: {
    args: { name: 'none', things: [{ connectionId, familyId: 'volumes_list', id: 'none', parent: {}, row: {} }] },
    outcomes: ['not-found'],
  },
  runManyJob: { args: { id: 'none', values: {} }, outcomes: ['refused'] },
  changeRun: { args: { runKey: 'none', change: 'stop' }, outcomes: ['not-found'] },
  readLogApp: { args: { source: logOf(connectionId) }, outcomes: ['not-found'] },
  openLog: { args: { source: logOf(connectionId) }, outcomes: ['ok'] },
  readLog: { args: { logId: 'none', after: 0 }, outcomes: ['not-found'] },
  allowLogHost: { args: { logId: 'none', host: 'logs.example.com' }, outcomes: ['not-found'] },
  saveLog: { args: { logId: 'none', after: 0 }, outcomes: ['not-found'] },
  sendRequest: {
    args: {
      requestId: 'smoke',
      connectionId,
      operationId: 'droplets_list',
      path: {},
      query: { per_page: '200' },
      headers: {},
      isSchemaMismatchAllowed: false,
      isAllPages: true,
    },
    outcomes: ['ok'],
  },
  cancelRequest: { args: { requestId: 'smoke' }, outcomes: ['ok'] },
  loadResources: { args: { familyId: 'volumes_list', connectionId, isForced: true }, outcomes: ['ok'] },
  readResources: { args: { familyId: 'volumes_list', connectionId }, outcomes: ['ok'] },
  readCosts: {
    args: { connectionIds: [connectionId], period: null, against: null, by: 'kind', order: 'cost' },
    outcomes: ['ok'],
  },
  readBills: { args: { connectionIds: [connectionId] }, outcomes: ['ok'] },
  readBill: { args: { connectionId, uuid: 'none' }, outcomes: ['not-found'] },
  readPayments: { args: { connectionIds: [connectionId] }, outcomes: ['ok'] },
  readDays: { args: { connectionIds: [connectionId] }, outcomes: ['ok'] },
  readIdle: { args: { connectionIds: [connectionId] }, outcomes: ['ok'] },
  tellCosts: {
    args: { connectionId, familyId: 'tags_list', things: [{ id: 'none', row: {} }], reach: 'shared' },
    outcomes: ['ok'],
  },
  readMetric: {
    args: { requestId: 'chart', connectionId, kind: 'droplet', thingId: '1', chart: 'load', range: '1h' },
    outcomes: ['ok'],
  },
  readSparks: { args: { requestId: 'sparks', dropletKeys: [`${connectionId}:1`] }, outcomes: ['ok'] },
  cancelMetric: { args: { requestId: 'chart' }, outcomes: ['ok'] },
  saveCalendar: { args: { connectionId: null, kind: null }, outcomes: ['ok'] },
  keepFile: { args: { suggestedName: 'cpu.csv', mediaType: 'text/csv', base64: 'QSxC' }, outcomes: ['ok'] },
  listCredentials: { args: {}, outcomes: ['ok'] },
  saveCredential: { args: { name: 'smoke', secret: 'invented' }, outcomes: ['ok'] },
  removeCredential: { args: { name: 'smoke' }, outcomes: ['ok'] },
  // A dialog, a terminal or a browser would stay open, so these three are asked for what the host refuses.
  saveDownload: { args: { downloadId: 'none' }, outcomes: ['not-found'] },
  openTerminal: { args: { address: 'example.com' }, outcomes: ['invalid-arguments', 'not-supported'] },
  openLink: { args: { url: 'https://example.com/' }, outcomes: ['refused'] },
  copyPicture: { args: { base64: '' }, outcomes: ['invalid-arguments'] },
  // The largest text that the contract lets through.
  copyText: { args: { text: 'x'.repeat(4_000_000) }, outcomes: ['ok'] },
  showWindow: { args: { route: '#/activity' }, outcomes: ['ok'] },
  reportTrayHeight: { args: { height: 320 }, outcomes: ['ok'] },
  reportDraft: { args: { hasDraft: false }, outcomes: ['ok'] },
  closeTray: { args: {}, outcomes: ['ok'] },
});
