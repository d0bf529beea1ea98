import { failed, type Outcome, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { posixWord } from '../../../../../preload/contract/posix-word.ts';
import { decodeBase64 } from '../../../operations/arguments.ts';
import { choice, option, tick } from '../../fields.ts';
import type { Job, JobContext, Thing } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { clusterPath, engineOf } from './engine.ts';

const noPassword = {
  kind: 'forbidden',
  message: 'This token may not read the password.',
  nextStep: 'Use a token with the scope database:view_credentials.',
} as const;

/** Where the API tells how to connect to a cluster, a pool or a replica. */
interface Place {
  operationId: string;
  /** Property of the answer. */
  at: string;
  pathOf: (thing: Thing) => Record<string, string>;
}

const ofCluster: Place = { operationId: 'databases_get_cluster', at: 'database', pathOf: clusterPath };

/** Read just before it is copied, because a password may have been changed since. */
async function readAt({ thing, ask }: JobContext, { operationId, at, pathOf }: Place): Promise<Outcome<JsonObject>> {
  const read = await ask.read(operationId, pathOf(thing));
  return read.ok ? success(isObject(read.value) ? objectAt(read.value, at) : {}) : read;
}

const withPrivate = (row: JsonObject): JsonObject =>
  textAt(objectAt(row, 'private_connection'), 'uri') === '' ? objectAt(row, 'connection') : objectAt(row, 'private_connection');

/** The private address where there is one, with the password if the token may read that. */
export const stringOf = (row: JsonObject): string => textAt(withPrivate(row), 'uri');

/** Signs that end a password are escaped in an address. */
const withoutPassword = (uri: string): string => uri.replace(/^([^:]+:\/\/[^:@/]*):[^@/]*@/, '$1@');

const commands: Record<string, (connection: JsonObject, uri: string, password: string) => string> = {
  pg: (_connection, uri) => `psql ${posixWord(uri)}`,
  mysql: (one, _uri, password) =>
    [
      'mysql',
      `--host=${posixWord(textAt(one, 'host'))}`,
      `--port=${posixWord(textAt(one, 'port'))}`,
      `--user=${posixWord(textAt(one, 'user'))}`,
      password === '' ? '--password' : `--password=${posixWord(password)}`,
      '--ssl-mode=REQUIRED',
      posixWord(textAt(one, 'database')),
    ].join(' '),
  valkey: (_connection, uri) => `valkey-cli --tls -u ${posixWord(uri)}`,
  redis: (_connection, uri) => `redis-cli --tls -u ${posixWord(uri)}`,
  mongodb: (_connection, uri) => `mongosh ${posixWord(uri)}`,
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
    .map(([name, value]) => `${name}=${posixWord(value ?? '')}`)
    .join('\n');

const hasString = (row: JsonObject): boolean =>
  textAt(withPrivate(row), 'uri') !== '' && textAt(withPrivate(row), 'password') !== '';

/** Copies the private string where there is one, because that is how what runs at DigitalOcean connects. */
export const copyString = (place: Place): Job => ({
  name: 'copy-string',
  label: 'Copy connection string',
  level: 'safe',
  isMain: true,
  keywords: 'uri url password connect',
  async open(context) {
    const row = await readAt(context, place);
    if (!row.ok) return row;
    return hasString(row.value) ? success({ data: { row: row.value } }) : failed(noPassword);
  },
  plan: (_values, { thing }, { data = {} }) => ({
    steps: [],
    copy: () => ({ what: `Connection string of ${thing.name}`, text: stringOf(objectAt(data, 'row')) }),
    done: () => `The connection string of ${thing.name} is copied, with its password.`,
  }),
});

export const connectionJobs: readonly Job[] = [
  copyString(ofCluster),
  {
    name: 'copy-as',
    label: 'Copy connection as…',
    level: 'safe',
    keywords: 'string command psql mysql env private public',
    submitLabel: 'Copy',
    async open(context) {
      const read = await readAt(context, ofCluster);
      if (!read.ok) return read;
      const cluster = read.value;
      const hasPassword = hasString(cluster);
      const networks = ['private_connection', 'connection'].filter((name) => isObject(cluster[name]));
      const command = Object.hasOwn(commands, engineOf(cluster)) ? [option('command', 'Command')] : [];
      return success({
        data: { cluster },
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
        name: `${thing.ownName}-ca.crt`,
        mediaType: 'application/x-pem-file',
        text: decoded(textAt(objectAt(isObject(body) ? body : {}, 'ca'), 'certificate')),
      }),
      done: () => `The CA certificate of ${thing.name} is saved.`,
    }),
  },
];

/** The API writes certificates in base64, of text that is plain ASCII. One that is plain already stays. */
function decoded(text: string): string {
  const bytes = text.includes('-----BEGIN') ? null : decodeBase64(text.replaceAll(/\s/g, ''));
  return bytes === null ? text : String.fromCharCode(...bytes);
}
