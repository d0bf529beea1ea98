import { textIn } from '../../../../../preload/contract/job-table.ts';
import type { JobColumn, JobRow } from '../../../../../preload/contract/job-table-schema.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { listAt, textAt } from '../../thing.ts';

/* The Slack channels of an alert as rows of a table, and back. Whoever knows an address of one can write there, so none is shown. */

export const channelColumns: JobColumn[] = [
  {
    kind: 'text',
    name: 'channel',
    label: 'Channel',
    isUnique: false,
    isRequired: true,
    pattern: null,
    secretIf: null,
  },
  {
    kind: 'text',
    name: 'url',
    label: 'Webhook address',
    isUnique: false,
    isRequired: true,
    pattern: { source: 'https://\\S+', words: 'an address that begins with https://' },
    secretIf: true,
  },
];

export const channelsIn = (alert: JsonObject): JsonObject[] => listAt(alert, 'slack_webhooks').filter(isObject);

const idOf = (at: number): string => `is ${at}`;

export const channelRows = (channels: readonly JsonObject[]): JobRow[] =>
  channels.map((one, at) => ({ id: idOf(at), cells: { channel: textAt(one, 'channel'), url: null } }));

/** The channels that these rows make of those that were read: what was not typed anew stays as it was. */
export function editedChannels(channels: readonly JsonObject[], rows: readonly JobRow[]): JsonObject[] {
  const kept = channels.flatMap((one, at) => {
    const row = rows.find(({ id }) => id === idOf(at));
    return row ? [{ ...one, ...cellsOf(row) }] : [];
  });
  const isNew = ({ id }: JobRow) => !channels.some((_one, at) => id === idOf(at));
  return [...kept, ...rows.filter(isNew).map((row) => ({ url: textIn(row, 'url'), channel: textIn(row, 'channel').trim() }))];
}

const cellsOf = (row: JobRow): JsonObject => ({
  channel: textIn(row, 'channel').trim(),
  ...(row.cells.url === null ? {} : { url: textIn(row, 'url') }),
});
