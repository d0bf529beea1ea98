import { failed, type Outcome, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option, tick } from '../../fields.ts';
import type { Ask, Job, Opened, Thing } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { clusterIn, clusterPath, engineOf } from './engine.ts';

const noPassword = {
  kind: 'forbidden',
  message: 'This token may not read the password.',
  nextStep: 'Use a token with the scope database:view_credentials.',
} as const;

/** Reads how to connect just before it is copied, because a password may have been changed since. */
async function openConnection(thing: Thing, ask: Ask): Promise<Outcome<Opened>> {
  const read = await ask.read('databases_get_cluster', clusterPath(thing));
  return read.ok ? success({ data: { cluster: clusterIn(read.value) } }) : read;
}

const withPrivate = (row: JsonObject): JsonObject =>
  textAt(objectAt(row, 'private_connection'), 'uri') === '' ? objectAt(row, 'connection') : objectAt(row, 'private_connection');

/** Signs that end a password are escaped in an address. */
const withoutPassword = (uri: string): string => uri.replace(/^([^:]+:\/\/[^:@/]*):[^@/]*@/, '$1@');

/** As an argument of a POSIX shell. */
const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const commands: Record<string, (connection: JsonObject, uri: string, password: string) => string> = {
  pg: (_connection, uri) => `psql ${quoted(uri)}`,
  mysql: (one, _uri, password) =>
    [
      'mysql',
      `--host=${quoted(textAt(one, 'host'))}`,
      `--port=${quoted(textAt(one, 'port'))}`,
      `--user=${quoted(textAt(one, 'user'))}`,
      password === '' ? '--password' : `--password=${quoted(password)}`,
      '--ssl-mode=REQUIRED',
      quoted(textAt(one, 'database')),
    ].join(' '),
  valkey: (_connection, uri) => `valkey-cli --tls -u ${quoted(uri)}`,
  redis: (_connection, uri) => `redis-cli --tls -u ${quoted(uri)}`,
  mongodb: (_connection, uri) => `mongosh ${quoted(uri)}`,
};

const environment = (one: JsonObject, uri: string, password: string): string =>
  [
    ['DATABASE_URL', uri],
    ['DATABASE_HOST', textAt(one, 'host')],
    ['DATABASE_PORT', textAt(one, 'port')],
    ['DATABASE_USER', textAt(one, 'user')],
    ...(password === '' ? [] : [['DATABASE_PASSWORD', password]]),
    ['DATABASE_NAME', textAt(one, 'database')],
  ]
    .map(([name, value]) => `${name}=${quoted(value ?? '')}`)
    .join('\n');

/** Copies the string of a cluster, a pool or a replica. Private, because that is how what runs at DigitalOcean connects. */
export const copyString = (thing: Thing, row: JsonObject) => ({
  steps: [],
  copy: () => ({ what: `Connection string of ${thing.name}`, text: textAt(withPrivate(row), 'uri') }),
  done: () => `The connection string of ${thing.name} is copied, with its password.`,
});

export const whyNoString = (row: JsonObject): typeof noPassword | null =>
  textAt(withPrivate(row), 'uri') === '' || textAt(withPrivate(row), 'password') === '' ? noPassword : null;

export const connectionJobs: readonly Job[] = [
  {
    name: 'copy-string',
    label: 'Copy connection string',
    level: 'safe',
    isMain: true,
    keywords: 'uri url password connect',
    async open({ thing, ask }) {
      const opened = await openConnection(thing, ask);
      if (!opened.ok) return opened;
      const why = whyNoString(objectAt(opened.value.data ?? {}, 'cluster'));
      return why ? failed(why) : opened;
    },
    plan: (_values, { thing }, { data = {} }) => copyString(thing, objectAt(data, 'cluster')),
  },
  {
    name: 'copy-as',
    label: 'Copy connection as…',
    level: 'safe',
    keywords: 'string command psql mysql env private public',
    submitLabel: 'Copy',
    async open({ thing, ask }) {
      const opened = await openConnection(thing, ask);
      if (!opened.ok) return opened;
      const cluster = objectAt(opened.value.data ?? {}, 'cluster');
      const hasPassword = whyNoString(cluster) === null;
      const networks = ['private_connection', 'connection'].filter((name) => isObject(cluster[name]));
      const command = Object.hasOwn(commands, engineOf(cluster)) ? [option('command', 'Command')] : [];
      return success({
        ...opened.value,
        fields: [
          choice({
            name: 'network',
            label: 'Network',
            choices: networks.map((name) => option(name, name === 'connection' ? 'Public' : 'Private')),
            value: networks[0] ?? null,
          }),
          choice({
            name: 'form',
            label: 'Form',
            choices: [option('uri', 'Address'), ...command, option('env', 'Environment')],
            value: 'uri',
          }),
          tick({
            name: 'withPassword',
            label: 'With the password',
            value: hasPassword,
            hint: hasPassword ? null : `${noPassword.message} ${noPassword.nextStep}`,
          }),
        ],
      });
    },
    plan({ network, form, withPassword }, { thing }, { data = {} }) {
      const cluster = objectAt(data, 'cluster');
      const connection = objectAt(cluster, String(network));
      const whole = textAt(connection, 'uri');
      const uri = withPassword === true ? whole : withoutPassword(whole);
      const password = withPassword === true ? textAt(connection, 'password') : '';
      const command = commands[engineOf(cluster)];
      const text =
        form === 'env'
          ? environment(connection, uri, password)
          : form === 'command' && command
            ? command(connection, uri, password)
            : uri;
      return {
        steps: [],
        copy: () => ({ what: `Connection of ${thing.name}`, text }),
        done: () => `The connection of ${thing.name} is copied, ${password === '' ? 'without' : 'with'} its password.`,
      };
    },
  },
  {
    name: 'certificate',
    label: 'Save CA certificate',
    level: 'safe',
    keywords: 'tls ssl download',
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Read it', operationId: 'databases_get_ca', path: clusterPath(thing) }],
      file: ([body]) => ({
        name: `${thing.name}-ca.crt`,
        mediaType: 'application/x-pem-file',
        text: decoded(textAt(objectAt(isObject(body) ? body : {}, 'ca'), 'certificate')),
      }),
      done: () => `The CA certificate of ${thing.name} is ready to be saved as ${thing.name}-ca.crt.`,
    }),
  },
];

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The API writes certificates in Base64, of text that is plain ASCII. One that is plain already stays. */
function decoded(base64: string): string {
  if (base64.includes('-----BEGIN')) return base64;
  const bits = [...base64]
    .filter((sign) => digits.includes(sign))
    .map((sign) => digits.indexOf(sign).toString(2).padStart(6, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}
