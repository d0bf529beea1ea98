import type { Bridge } from '../../../preload/contract/bridge.ts';
import type { Command, CommandResult, Confirmation, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import type { Failure, Outcome } from '../../../preload/contract/failure.ts';
import type { MetricChart, MetricRequest } from '../../../preload/contract/metrics.ts';
import type { CallArgs, CallName, EventName, EventPayload } from '../../../preload/contract/schema.ts';
import { patched } from '../../../preload/contract/settings.ts';
import type { FullView, Singles, TableName, Tables, ViewPatch } from '../../../preload/contract/view.ts';
import { inventedBills } from '../invented/invented-bills.ts';
import { inventedChart, inventedSpark } from '../invented/invented-charts.ts';

const fine = <T>(value: T): Outcome<T> => ({ ok: true, value });
const refused = (failure: Failure): Outcome<never> => ({ ok: false, failure });
const notSupported = refused({ kind: 'not-supported', message: 'The stand-in has none of this.' });

type Answer = (
  command: Command,
  confirmation: ConfirmationAnswer | undefined,
) => Outcome<CommandResult> | Promise<Outcome<CommandResult>>;

type MetricAnswer = (request: MetricRequest) => Outcome<MetricChart> | Promise<Outcome<MetricChart>>;

/**
 * A bridge inside the page, over an invented view. Tests and pictures control it. It behaves like a core only where it says
 * so.
 */
export interface FakeBridge extends Bridge {
  /** Every call in order, with its arguments. */
  readonly calls: { name: CallName; args: unknown }[];
  /** Sends a patch with the next revision. */
  patch(change: { singles?: Partial<Singles>; tables?: ViewPatch['tables'] }): void;
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
  /** The answers to the next commands, instead of the usual ones. */
  answerWith(answer: Answer | null): void;
  /** The answers to the next reads of charts, instead of invented ones. */
  answerCharts(answer: MetricAnswer | null): void;
}

const powerCycleQuestion = (name: string): Confirmation => ({
  id: 'power-cycle',
  level: 'disruptive',
  title: `Power cycle ${name}?`,
  lines: [
    'Team: Harbour Works.',
    'Address: 203.0.113.21.',
    'It is cut off and started again at once. Unsaved data in memory is lost. Reboot is the gentler way.',
  ],
  goes: [],
  stays: [],
  typeToConfirm: null,
  confirmLabel: 'Power cycle',
  canBeRemembered: true,
});

const destroyQuestion = (name: string, monthlyUsd: number | null): Confirmation => ({
  id: 'destroy',
  level: 'destructive',
  title: `Destroy ${name}?`,
  lines: ['Its disk is erased. Nobody can undo this, not even DigitalOcean.'],
  goes: [`The droplet and its disk, ${monthlyUsd === null ? 'price unknown' : `$${monthlyUsd.toFixed(2)} a month`}`],
  stays: [
    { text: 'Volume build-cache, 100 GB', priceMonthlyUsd: '10' },
    { text: '2 snapshots', priceMonthlyUsd: '2.9' },
  ],
  staysMonthlyUsd: '12.9',
  typeToConfirm: name,
  confirmLabel: 'Destroy droplet',
  canBeRemembered: false,
});

export const createFakeBridge = (initial: FullView): FakeBridge => {
  let view = initial;
  let answer: Answer | null = null;
  let metric: MetricAnswer | null = null;
  const calls: FakeBridge['calls'] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();

  const emit = <E extends EventName>(event: E, payload: EventPayload<E>) => {
    for (const listener of [...(listeners.get(event) ?? [])]) (listener as (payload: EventPayload<E>) => void)(payload);
  };
  const patch: FakeBridge['patch'] = ({ singles = {}, tables = {} }) => {
    const next: FullView = {
      ...view,
      revision: view.revision + 1,
      singles: { ...view.singles, ...singles },
      tables: { ...view.tables },
    };
    for (const name of Object.keys(tables) as TableName[]) {
      const change = tables[name];
      const keyOf = (row: Tables[TableName]) => ('key' in row ? row.key : row.id);
      const gone = new Set([...(change?.remove ?? []), ...(change?.set ?? []).map(keyOf)]);
      const rows = [...(view.tables[name] as Tables[TableName][]).filter((row) => !gone.has(keyOf(row))), ...(change?.set ?? [])];
      Object.assign(next.tables, { [name]: rows });
    }
    view = next;
    emit('viewPatch', { revision: view.revision, nowMs: view.nowMs, singles, tables });
  };

  const started = (message: string, keys: string[] = []): Outcome<CommandResult> =>
    fine({ status: 'started', message, actionKeys: keys, failures: [] });
  const usual: Answer = (command, confirmation) => {
    const nameOf = (key: string) => view.tables.droplets.find((row) => row.key === key)?.name ?? key;
    if (command.kind === 'droplet-action') {
      const [key = ''] = command.dropletKeys;
      if (command.type === 'power_cycle' && !confirmation)
        return fine({ status: 'needs-confirmation', confirmation: powerCycleQuestion(nameOf(key)) });
      return started(`${command.type.replaceAll('_', ' ')} of ${nameOf(key)} has started`);
    }
    if (command.kind === 'delete-droplet' && !confirmation) {
      const row = view.tables.droplets.find((droplet) => droplet.key === command.dropletKey);
      return fine({ status: 'needs-confirmation', confirmation: destroyQuestion(row?.name ?? '', row?.priceMonthlyUsd ?? null) });
    }
    if (command.kind === 'update-settings') {
      patch({ singles: { settings: patched(view.singles.settings, command.patch) } });
    }
    return fine({ status: 'done', message: null });
  };

  const bridge: Bridge = {
    openView: async () => fine(view),
    runCommand: async ({ command, confirmation }) => (answer ?? usual)(command as Command, confirmation),
    readCatalogueIndex: async () => notSupported,
    readCatalogueTag: async () => notSupported,
    offerJobs: async () => fine([]),
    readJobHints: async () => fine([]),
    openJob: async () => notSupported,
    weighJob: async () => notSupported,
    runJob: async () => notSupported,
    offerManyJobs: async () => fine([]),
    openManyJob: async () => notSupported,
    runManyJob: async () => notSupported,
    changeRun: async () => fine(null),
    readLogApp: async () => notSupported,
    openLog: async () => notSupported,
    readLog: async () => notSupported,
    allowLogHost: async () => fine(null),
    saveLog: async () => notSupported,
    sendRequest: async () => notSupported,
    cancelRequest: async () => fine(null),
    loadResources: async () => fine(null),
    readResources: async () => notSupported,
    tellCosts: async ({ things }) => fine(things.map(() => null)),
    ...inventedBills,
    readMetric: async (request) => (metric ?? ((asked: MetricRequest) => fine(inventedChart(asked))))(request as MetricRequest),
    readSparks: async ({ dropletKeys }) => fine(dropletKeys.map(inventedSpark)),
    cancelMetric: async () => fine(null),
    saveCalendar: async () => fine({ downloadId: 'd1', entries: 1 }),
    keepFile: async () => fine({ downloadId: 'd1' }),
    listCredentials: async () => fine([]),
    saveCredential: async () => fine(null),
    removeCredential: async () => fine(null),
    saveDownload: async () => fine({ savedAs: null }),
    copyText: async () => fine(null),
    copyPicture: async () => fine(null),
    openLink: async () => fine(null),
    openTerminal: async () => fine(null),
    showWindow: async () => fine(null),
    reportTrayHeight: async () => fine(null),
    reportDraft: async () => fine(null),
    closeTray: async () => fine(null),
    quit: async () => fine(null),
    on: (event, listener) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(listener as (payload: never) => void);
      return () => set.delete(listener as (payload: never) => void);
    },
  };
  const recorded = Object.fromEntries(
    Object.entries(bridge).map(([name, call]) => [
      name,
      name === 'on'
        ? call
        : (args: CallArgs<CallName>) => {
            calls.push({ name: name as CallName, args });
            return (call as (args: CallArgs<CallName>) => unknown)(args);
          },
    ]),
  ) as unknown as Bridge;
  return { ...recorded, calls, patch, emit, answerWith: (next) => (answer = next), answerCharts: (next) => (metric = next) };
};
