import { success } from '../../../../../preload/contract/failure.ts';
import { choice, number, option, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { clusterPath, has, parentPath } from './engine.ts';
import { changeLogSink } from './log-sinks.ts';
import { nameField } from './names.ts';

const partitionsAtMost = 2048;

export const addDatabase: Job = {
  name: 'add-database',
  label: 'Add a database…',
  level: 'normal',
  makes: 'databases_list',
  isInListOnly: true,
  keywords: 'new schema',
  submitLabel: 'Add',
  isFor: has('databases'),
  open: () => success({ fields: [nameField('Name', 63)] }),
  plan: ({ name }, { thing }) => ({
    steps: [{ label: 'Add', operationId: 'databases_add', path: clusterPath(thing), body: { name: String(name) } }],
    done: () => `${thing.name} has a database ${name}.`,
  }),
};

const schemaTypes = [option('AVRO', 'Avro'), option('JSON', 'JSON'), option('PROTOBUF', 'Protobuf')];

export const addSchema: Job = {
  name: 'add-schema',
  label: 'Add a schema…',
  level: 'normal',
  makes: 'databases_list_kafka_schemas',
  isInListOnly: true,
  keywords: 'new kafka registry avro',
  submitLabel: 'Add',
  isFor: has('topics'),
  open: () =>
    success({
      fields: [
        nameField('Subject', 249),
        choice({ name: 'type', label: 'Kind', choices: schemaTypes, value: 'AVRO' }),
        text({ name: 'schema', label: 'Schema', isLong: true }),
      ],
    }),
  plan: ({ name, type, schema }, { thing }) => ({
    steps: [
      {
        label: 'Add',
        operationId: 'databases_create_kafka_schema',
        path: clusterPath(thing),
        body: { subject_name: String(name), schema_type: String(type), schema: String(schema) },
      },
    ],
    done: () => `${thing.name} has a schema ${name}.`,
  }),
};

export const addTopic: Job = {
  name: 'add-topic',
  label: 'Add a topic…',
  level: 'normal',
  makes: 'databases_list_kafka_topics',
  isInListOnly: true,
  keywords: 'new kafka',
  submitLabel: 'Add',
  isFor: has('topics'),
  open: ({ thing }) =>
    success({
      fields: [
        nameField('Name', 249),
        number({
          name: 'partitions',
          label: 'Partitions',
          value: 3,
          minimum: 3,
          maximum: partitionsAtMost,
          unit: 'partitions',
        }),
        number({
          name: 'copies',
          label: 'Copies',
          value: 2,
          minimum: 2,
          maximum: Math.max(2, Number(textAt(thing.row, 'num_nodes'))),
          unit: 'nodes',
        }),
      ],
    }),
  plan: ({ name, partitions, copies }, { thing }) => ({
    steps: [
      {
        label: 'Add',
        operationId: 'databases_create_kafka_topic',
        path: clusterPath(thing),
        body: { name: String(name), partition_count: Number(partitions), replication_factor: Number(copies) },
      },
    ],
    done: () => `The topic ${name} of ${thing.name} is being made.`,
  }),
};

/** What a thing inside a cluster loses when it is deleted, and how. */
interface Deletion {
  operationId: string;
  /** Name of its path value. */
  parameter: string;
  goes(thing: Thing): string;
  done(thing: Thing): string;
}

const deletion = ({ operationId, parameter, goes, done }: Deletion): Job => ({
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: sentUnread,
  keywords: 'remove drop',
  open: ({ thing }) => success({ goes: [goes(thing)] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId, path: { ...parentPath(thing), [parameter]: thing.id } }],
    done: () => done(thing),
  }),
});

export const databaseJobs: readonly Job[] = [
  deletion({
    operationId: 'databases_delete',
    parameter: 'database_name',
    goes: ({ name }) => `Database ${name}, with its tables`,
    done: ({ name }) => `The database ${name} is deleted.`,
  }),
];

export const topicJobs: readonly Job[] = [
  {
    name: 'partitions',
    label: 'More partitions…',
    level: 'normal',
    isMain: true,
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const base = await ask.base('databases_update_kafka_topic', { ...parentPath(thing), topic_name: thing.id });
      if (!base.ok) return base;
      const now = Number(textAt(base.value, 'partition_count')) || 1;
      return success({
        lines: ['Partitions cannot be taken away again, and keys may move to others.'],
        fields: [
          number({
            name: 'partitions',
            label: 'Partitions',
            value: now,
            minimum: now + 1,
            maximum: partitionsAtMost,
            unit: 'partitions',
          }),
        ],
        data: { base: base.value },
      });
    },
    plan: ({ partitions }, { thing }, { data = {} }) => ({
      steps: [
        {
          label: 'Save',
          operationId: 'databases_update_kafka_topic',
          path: { ...parentPath(thing), topic_name: thing.id },
          edit: { opened: objectAt(data, 'base'), change: (base) => ({ ...base, partition_count: Number(partitions) }) },
        },
      ],
      done: () => `The topic ${thing.name} gets ${partitions} partitions.`,
    }),
  },
  deletion({
    operationId: 'databases_delete_kafka_topic',
    parameter: 'topic_name',
    goes: ({ name }) => `Topic ${name}, with its messages`,
    done: ({ name }) => `The topic ${name} is deleted.`,
  }),
];

export const indexJobs: readonly Job[] = [
  deletion({
    operationId: 'databases_delete_opensearch_index',
    parameter: 'index_name',
    goes: ({ name }) => `Index ${name}, with its documents`,
    done: ({ name }) => `The index ${name} is deleted.`,
  }),
];

export const schemaJobs: readonly Job[] = [
  deletion({
    operationId: 'databases_delete_kafka_schema',
    parameter: 'subject_name',
    goes: ({ name }) => `Schema ${name}, in all its versions`,
    done: ({ name }) => `The schema ${name} is deleted.`,
  }),
];

export const logSinkJobs: readonly Job[] = [
  changeLogSink,
  deletion({
    operationId: 'databases_delete_logsink',
    parameter: 'logsink_id',
    goes: ({ name }) => `Log destination ${name}: no logs go there any more`,
    done: ({ name }) => `No logs go to ${name} any more.`,
  }),
];
