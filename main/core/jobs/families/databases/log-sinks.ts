import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, number, option, text, tick } from '../../fields.ts';
import type { Job, Thing } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { clusterPath, engineOf, parentPath } from './engine.ts';
import { nameField } from './names.ts';

const searchKinds = ['elasticsearch', 'opensearch'];
const kinds = [
  option('rsyslog', 'A syslog server'),
  option('elasticsearch', 'Elasticsearch'),
  option('opensearch', 'OpenSearch'),
];
/** DigitalOcean offers it for this engine alone. */
const datadog = option('datadog', 'Datadog');

const formats = [option('rfc5424', 'RFC 5424 (usual)'), option('rfc3164', 'RFC 3164'), option('custom', 'A form of your own')];

/** What is masked in a read cannot go back as it was read. */
const isMasked = (value: string): boolean => /^[*•x]{3,}|^\W*redacted/i.test(value);

/** The fields of one kind, or of all, each shown with its own. */
function configFields(config: JsonObject, only?: string): JobField[] {
  const fields: JobField[] = [];
  const add = (of: readonly string[], field: JobField): void => {
    if (only === undefined) fields.push({ ...field, shownIf: field.shownIf ?? { field: 'kind', values: [...of] } });
    else if (of.includes(only)) fields.push(field);
  };
  const secret = (name: string) => (isMasked(textAt(config, name)) ? '' : textAt(config, name));
  const pem = { isLong: true, isRequired: false };
  add(['rsyslog'], text({ name: 'server', label: 'Server', value: textAt(config, 'server'), hint: 'Its name or address.' }));
  const port = Number(textAt(config, 'port')) || 514;
  add(['rsyslog'], number({ name: 'port', label: 'Port', value: port, minimum: 1, maximum: 65_535, unit: '' }));
  add(['rsyslog'], tick({ name: 'tls', label: 'Encrypted (TLS)', value: config.tls !== false }));
  add(['rsyslog'], choice({ name: 'format', label: 'Form', choices: formats, value: textAt(config, 'format') || 'rfc5424' }));
  const custom = { field: 'format', values: ['custom'] };
  add(
    ['rsyslog'],
    text({
      name: 'logline',
      label: 'Line',
      value: textAt(config, 'logline'),
      hint: 'Such as %HOSTNAME% %msg%.',
      shownIf: custom,
    }),
  );
  add(
    searchKinds,
    text({ name: 'url', label: 'Address', value: secret('url'), hint: 'With user and password, if it wants them.' }),
  );
  add(searchKinds, text({ name: 'index_prefix', label: 'Index', value: textAt(config, 'index_prefix') || 'logs' }));
  const keep = Number(textAt(config, 'index_days_max')) || 7;
  add(searchKinds, number({ name: 'index_days_max', label: 'Kept for', value: keep, minimum: 1, maximum: 10_000, unit: 'days' }));
  add(['rsyslog', ...searchKinds], text({ ...pem, name: 'ca', label: 'Certificate of its authority', value: secret('ca') }));
  add(['datadog'], text({ name: 'site', label: 'Site', value: textAt(config, 'site') || 'datadoghq.com' }));
  add(['datadog'], text({ name: 'datadog_api_key', label: 'Key', value: secret('datadog_api_key'), isSecret: true }));
  return fields;
}

const names = [
  'server',
  'port',
  'tls',
  'format',
  'logline',
  'url',
  'index_prefix',
  'index_days_max',
  'ca',
  'site',
  'datadog_api_key',
];

/** The settings that were asked. An authority's certificate that is empty is none. */
const configFrom = (values: JobValues): JsonObject =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return value === undefined || value === null || value === '' || Array.isArray(value) ? [] : [[name, value]];
    }),
  );

export const addLogSink: Job = {
  name: 'add-log-sink',
  label: 'Send logs elsewhere…',
  level: 'normal',
  makes: 'databases_list_logsink',
  isInListOnly: true,
  keywords: 'log sink syslog elasticsearch opensearch datadog forward',
  submitLabel: 'Send logs',
  open: ({ thing }) =>
    success({
      fields: [
        nameField('Name', 63),
        choice({
          name: 'kind',
          label: 'To',
          choices: engineOf(thing.row) === 'mongodb' ? [datadog] : kinds,
          value: engineOf(thing.row) === 'mongodb' ? 'datadog' : 'rsyslog',
        }),
        ...configFields({}),
      ],
    }),
  plan: ({ name, kind, ...values }, { thing }) => ({
    steps: [
      {
        label: 'Send logs',
        operationId: 'databases_create_logsink',
        path: clusterPath(thing),
        body: { sink_name: String(name), sink_type: String(kind), config: configFrom(values) },
      },
    ],
    done: () => `The logs of ${thing.name} go to ${name} from now on.`,
  }),
};

const pathOf = (thing: Thing) => ({ ...parentPath(thing), logsink_id: thing.id });

export const changeLogSink: Job = {
  name: 'change',
  label: 'Change…',
  level: 'disruptive',
  isMain: true,
  keywords: 'edit server port index key',
  submitLabel: 'Save',
  async open({ thing, ask }) {
    const base = await ask.base('databases_update_logsink', pathOf(thing));
    if (!base.ok) return base;
    const config = objectAt(base.value, 'config');
    return success({
      lines: ['What is written meanwhile may arrive at neither place.'],
      fields: configFields(config, kindOf(thing, config)),
      data: { base: base.value },
    });
  },
  plan: (values, { thing }, { data = {} }) => ({
    steps: [
      {
        label: 'Save',
        operationId: 'databases_update_logsink',
        path: pathOf(thing),
        edit: {
          opened: objectAt(data, 'base'),
          change: (base) => ({ ...base, config: changed(objectAt(base, 'config'), values) }),
        },
      },
    ],
    done: () => `The logs go to ${thing.name} as it is now.`,
  }),
};

/** The list may name a kind that the published schema does not know, so the settings decide where they can. */
function kindOf({ row }: Thing, config: JsonObject): string {
  if (config.site !== undefined) return 'datadog';
  return config.server === undefined ? textAt(row, 'sink_type') || 'opensearch' : 'rsyslog';
}

/** What was asked in place of what was there; what the form does not know stays. */
function changed(before: JsonObject, values: JobValues): JsonObject {
  const kept = Object.entries(before).filter(([name]) => !(name in values));
  const given = Object.entries(configFrom(values)).map(([name, value]) => [
    name,
    before[name] === undefined && isUsual(name, value) ? undefined : value,
  ]);
  return Object.fromEntries([...kept, ...given.filter(([, value]) => value !== undefined)]);
}

/** What the form begins with where the read told nothing, and what holds then anyway. */
const isUsual = (name: string, value: unknown): boolean =>
  (name === 'index_days_max' && value === 7) || (name === 'format' && value === 'rfc5424');
