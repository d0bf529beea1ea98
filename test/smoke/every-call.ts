import type { CallArgs, CallName } from '../../preload/contract/schema.ts';

type Asked = Exclude<CallName, 'quit'>;

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
  openJob: {
    args: { name: 'none', thing: { connectionId, familyId: 'volumes_list', id: 'none', parent: {}, row: {} } },
    outcomes: ['not-found'],
  },
  weighJob: { args: { id: 'none', values: {} }, outcomes: ['refused'] },
  runJob: { args: { id: 'none', values: {} }, outcomes: ['refused'] },
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
  listCredentials: { args: {}, outcomes: ['ok'] },
  saveCredential: { args: { name: 'smoke', secret: 'invented' }, outcomes: ['ok'] },
  removeCredential: { args: { name: 'smoke' }, outcomes: ['ok'] },
  // A dialog, a terminal or a browser would stay open, so these three are asked for what the host refuses.
  saveDownload: { args: { downloadId: 'none' }, outcomes: ['not-found'] },
  openTerminal: { args: { address: 'example.com' }, outcomes: ['invalid-arguments', 'not-supported'] },
  openLink: { args: { url: 'https://example.com/' }, outcomes: ['refused'] },
  // The largest text that the contract lets through.
  copyText: { args: { text: 'x'.repeat(1_000_000) }, outcomes: ['ok'] },
  showWindow: { args: { route: '#/activity' }, outcomes: ['ok'] },
  reportTrayHeight: { args: { height: 320 }, outcomes: ['ok'] },
  reportDraft: { args: { hasDraft: false }, outcomes: ['ok'] },
  closeTray: { args: {}, outcomes: ['ok'] },
});
