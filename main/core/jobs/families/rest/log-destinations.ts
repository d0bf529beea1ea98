import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isolated } from '../../../../../preload/contract/isolates.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, choices, chosen, number, option, several, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Ask, Job } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';

/** The API takes the logs of Kubernetes clusters alone; a database sends its own by a sink inside it. */
async function senders(ask: Ask) {
  const clusters = await ask.list('kubernetes_list_clusters');
  if (!clusters.ok) return clusters;
  const offered = clusters.value.map((row) => option(`do:kubernetes:${textAt(row, 'id')}`, textAt(row, 'name')));
  return success(choices({ name: 'from', label: 'Logs of', choices: offered, isRequired: true }));
}

function sending(from: unknown, destination: string, fields: Parameters<typeof chosen>[0]) {
  const things = several(from).map((urn) => ({ urn, name: chosen(fields, 'from', urn) }));
  const step = {
    label: 'Send logs',
    operationId: 'monitoring_create_sink',
    body: { destination_uuid: destination, resources: things },
  };
  return { step, names: listed(things.map(({ name }) => name)) };
}

const managed = 'opensearch_dbaas';
const another = 'opensearch_ext';
const own = { field: 'kind', values: [managed] };
const others = { field: 'kind', values: [another] };

const endpointOf = (cluster: JsonObject): string => {
  const connection = objectAt(cluster, 'connection');
  return `https://${textAt(connection, 'host')}:${textAt(connection, 'port')}`;
};

const newDestination: Job = {
  name: 'new',
  label: 'New destination…',
  level: 'normal',
  isNew: true,
  keywords: 'create opensearch logs forward',
  submitLabel: 'Make destination',
  async open({ ask, nowMs }) {
    const listing = await ask.list('databases_list_clusters');
    const clusters = (listing.ok ? listing.value : []).filter(({ engine }) => engine === 'opensearch');
    const kinds = [...(clusters.length === 0 ? [] : [option(managed, 'A database of yours')]), option(another, 'Another server')];
    return success({
      lines: ['Logs are kept by OpenSearch: in a database of yours, or on another server.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('logs', nowMs) }),
        choice({ name: 'kind', label: 'Kept by', choices: kinds, value: kinds[0]?.value ?? null }),
        choice({
          name: 'cluster',
          label: 'Database',
          choices: clusters.map((row) => option(textAt(row, 'id'), textAt(row, 'name'))),
          shownIf: own,
        }),
        text({
          name: 'endpoint',
          label: 'Address of the server',
          shownIf: others,
          pattern: { source: 'https://[^\\s]+', words: 'an address such as https://logs.example.com:9200' },
        }),
        text({ name: 'user', label: 'User', shownIf: others }),
        text({ name: 'password', label: 'Password', isSecret: true, shownIf: others }),
        text({ name: 'index', label: 'Index', value: 'logs' }),
        number({ name: 'days', label: 'Kept for', value: 14, minimum: 1, maximum: 365, unit: 'days' }),
      ],
      data: { clusters },
    });
  },
  plan({ name, kind, cluster, endpoint, user, password, index, days }, _context, { data = {} }) {
    const found =
      listAt(data as JsonObject, 'clusters')
        .filter(isObject)
        .find((row) => textAt(row, 'id') === cluster) ?? {};
    const connection = objectAt(found, 'connection');
    const place =
      kind === managed
        ? { endpoint: endpointOf(found), cluster_uuid: String(cluster), cluster_name: textAt(found, 'name') }
        : { endpoint: String(endpoint) };
    const credentials =
      kind === managed
        ? { username: textAt(connection, 'user'), password: textAt(connection, 'password') }
        : { username: String(user), password: String(password) };
    return {
      steps: [
        {
          label: 'Make destination',
          operationId: 'monitoring_create_destination',
          body: {
            name: String(name),
            type: String(kind),
            config: { ...place, credentials, index_name: String(index), retention_days: Number(days) },
          },
        },
      ],
      done: () => `Destination ${name} was made. Send the logs of a cluster there next.`,
    };
  },
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Monitoring */
export const logDestinationJobs: readonly Job[] = [
  newDestination,
  {
    name: 'send-logs',
    label: 'Send logs there…',
    level: 'normal',
    isMain: true,
    keywords: 'sink cluster forward',
    submitLabel: 'Send logs',
    async open({ ask }) {
      const field = await senders(ask);
      return field.ok ? success({ fields: [field.value] }) : field;
    },
    plan({ from }, { thing }, { fields }) {
      const { step, names } = sending(from, thing.id, fields);
      return { steps: [step], done: () => `The logs of ${names} go to ${thing.name}.` };
    },
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    async open({ thing, ask }) {
      const sinks = await ask.list('monitoring_list_sinks');
      const sending = (sinks.ok ? sinks.value : []).filter((sink) => textAt(destinationOf(sink), 'id') === thing.id);
      const clusters = [...new Set(sending.flatMap(clustersOf))];
      return success({
        lines: sinks.ok ? [] : ['Which clusters send there could not be read.'],
        goes: [
          `${thing.name}: no logs go there any more`,
          ...clusters.map((name) => `What sends the logs of ${isolated(name)} there`),
        ],
      });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'monitoring_delete_destination', path: { destination_uuid: thing.id } }],
      done: () => `${thing.name} is deleted.`,
    }),
  },
];

const clustersOf = (sink: JsonObject): string[] =>
  listAt(sink, 'resources')
    .filter(isObject)
    .map((one) => textAt(one, 'name') || textAt(one, 'urn'));
const destinationOf = (sink: JsonObject): JsonObject => objectAt(sink, 'destination');

/**
 * The published answers have no field for the id of a sink. Where one is told all the same, what has it is read again first, so that
 * nothing else is deleted.
 */
const stop: Job = {
  name: 'delete',
  label: 'Stop sending…',
  level: 'disruptive',
  isMain: true,
  keywords: 'delete remove sink logs',
  submitLabel: 'Stop',
  async open({ thing, ask }) {
    const read = await ask.read('monitoring_get_sink', { sink_uuid: thing.id });
    if (!read.ok) return read;
    const to = destinationOf(thing.row);
    const now = destinationOf(objectAt(isObject(read.value) ? read.value : {}, 'sink'));
    if (textAt(now, 'id') !== textAt(to, 'id')) return failed({ kind: 'conflict', message: 'That is another log sink by now.' });
    return success({
      lines: [
        `The logs of ${listed(clustersOf(thing.row), 6)} no longer go to ${isolated(textAt(to, 'name'))}. What is there stays.`,
      ],
    });
  },
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Stop', operationId: 'monitoring_delete_sink', path: { sink_uuid: thing.id } }],
    done: () => `No logs go to ${thing.name} from there any more.`,
    again: {
      steps: [
        {
          label: 'Send logs',
          operationId: 'monitoring_create_sink',
          body: {
            destination_uuid: textAt(destinationOf(thing.row), 'id'),
            resources: listAt(thing.row, 'resources').filter(isObject),
          },
        },
      ],
      done: () => `The logs of ${listed(clustersOf(thing.row), 6)} go to ${thing.name} again.`,
    },
  }),
};

export const logSinkFamilyJobs: readonly Job[] = [
  stop,
  {
    name: 'new',
    label: 'Send logs…',
    level: 'normal',
    isNew: true,
    keywords: 'create sink cluster forward kubernetes',
    submitLabel: 'Send logs',
    async open({ ask }) {
      const [field, destinations] = await Promise.all([senders(ask), ask.list('monitoring_list_destinations')]);
      if (!field.ok) return field;
      if (!destinations.ok) return destinations;
      const hint = destinations.value.length === 0 ? 'There is no destination yet: make one first.' : null;
      const offered = destinations.value.map((row) =>
        option(textAt(row, 'id'), textAt(row, 'name'), textAt(objectAt(row, 'config'), 'index_name') || null),
      );
      return success({ fields: [field.value, choice({ name: 'to', label: 'Where to', choices: offered, hint })] });
    },
    plan({ from, to }, _context, { fields }) {
      const { step, names } = sending(from, String(to), fields);
      return { steps: [step], done: () => `The logs of ${names} go to ${chosen(fields, 'to', to)}.` };
    },
  },
];
