import { beforeAll, describe, expect, it } from 'vitest';
import { isDataMap, labelOf } from '../../../../renderer/families/labels.ts';
import { isStateField, stateOf } from '../../../../renderer/families/state-words.ts';
import { codeWords } from '../../../../renderer/words/codes.ts';
import { enumTexts, type ResponseField, responseFields } from '../../../doubles/core/response-fields.ts';

let fields: ResponseField[] = [];
beforeAll(async () => {
  fields = await responseFields();
});

/** Every text that the catalogue lists for such fields, with one operation that may answer it. */
const textsOf = (isWanted: (field: ResponseField) => boolean): [text: string, field: string, operationId: string][] => {
  const seen = new Map<string, [string, string, string]>();
  for (const one of fields.filter(isWanted)) {
    for (const text of enumTexts(one.schema)) seen.set(`${one.field} ${text}`, [text, one.field, one.operationId]);
  }
  return [...seen.values()];
};

const shouts = (words: string): boolean =>
  /[A-Z\d]+_|_[A-Z\d]+|\b(?!HTTP|JSON|AVRO|NFSv4|CSPM|BYOK|JWTs|SOA|CNAME|TABLE)[A-Z]{4,}\b/.test(words);

describe('states', () => {
  it('of all operations have a shape and a word of their own', () => {
    const states = textsOf(({ field }) => isStateField(field)).filter(([text]) => text !== '');
    expect(states.length).toBeGreaterThan(150);
    const unknown = states.filter(([text]) => !stateOf(text).isKnown);
    expect(unknown).toEqual([]);
    const bad = states.filter(([text]) => shouts(stateOf(text).words) || stateOf(text).words.trim() === '');
    expect(bad).toEqual([]);
  });

  it('that are not listed keep their own words and get the neutral shape', () => {
    expect(stateOf('brand new thing')).toEqual({ glyph: 'off', words: 'Brand new thing', isKnown: false });
  });

  it.each([
    ['in-progress', 'running', 'In progress'],
    ['MODEL_EVALUATION_RUN_RUNNING_DATASET', 'running', 'Running dataset'],
    ['MODEL_EVALUATION_RUN_FAILED', 'failed', 'Failed'],
    ['STATUS_IMPORTING', 'running', 'Importing'],
    ['validating', 'running', 'Validating'],
    ['finalizing', 'running', 'Finalizing'],
    ['ok', 'active', 'Ok'],
    ['assigned', 'active', 'Assigned'],
    ['joined', 'active', 'Joined'],
    ['BATCH_JOB_PHASE_RUNNING', 'running', 'Running'],
    ['STATUS_RUNNING', 'active', 'Running'],
    ['deprovisioning-failed', 'failed', 'Deprovisioning failed'],
    ['CSPM_NOT_ENABLED', 'warn', 'Not turned on'],
    ['waiting for write JWTs to expire', 'starting', 'Waiting for write JWTs to expire'],
  ])('%s reads as %s, %s', (raw, glyph, words) => {
    expect(stateOf(raw)).toMatchObject({ glyph, words });
  });
});

describe('codes', () => {
  it('of all operations are put into words', () => {
    const isCode = (text: string) => /^[A-Z][A-Z\d]*(_[A-Z\d]+)+$|^v1\/|^[A-Z]{5,}$|^([A-Z][a-z]+){2,}$/.test(text);
    const codes = textsOf(({ field }) => !isStateField(field)).filter(([text, field]) => isCode(text) && !settings.has(field));
    expect(codes.length).toBeGreaterThan(150);
    const bare = codes.filter(([text, field]) => {
      const words = codeWords(field, text);
      return words === null ? !/^(ALIAS|CNAME)$/.test(text) : shouts(words) || words === text;
    });
    expect(bare).toEqual([]);
  });

  it.each([
    ['type', 'v1/insights/droplet/cpu', 'CPU'],
    ['compare', 'GreaterThan', 'Above'],
    ['provider', 'MODEL_PROVIDER_DIGITALOCEAN', 'DigitalOcean'],
    ['scope', 'RUN_AND_BUILD_TIME', 'Run and build time'],
    ['window', '5m', '5 min'],
    ['type', 'power_cycle', 'Power cycle'],
    ['engine', 'pg', 'PostgreSQL'],
  ])('in %s: %s reads as %s', (field, text, words) => {
    expect(codeWords(field, text)).toBe(words);
  });

  it.each([
    ['name', 'WEB_POOL'],
    ['key', 'API_KEY'],
    ['value', 'v1/insights/droplet/cpu-notes'],
    ['type', 'CNAME'],
    ['database', 'ORDERS_2026'],
  ])('that are data stand as they are: %s %s', (field, text) => {
    expect(codeWords(field, text)).toBeNull();
  });
});

/** Settings of databases, which their own documentation writes so. A panel shows them as they are. */
const settings = new Set([
  'internal_tmp_mem_storage_engine',
  'log_error_verbosity',
  'log_output',
  'distribution',
  'log_message_timestamp_type',
]);

describe('labels', () => {
  it('are the words of a field', () => {
    expect(labelOf('size_gigabytes', false)).toBe('Size gigabytes');
    expect(labelOf('ha', false)).toBe('High availability');
  });

  it.each(['web_pool-v2.API', 'kubernetes.io/role', 'Team Name', 'ENV', '3', 'größe'])(
    'leave a key that is no name of a field as it is: %s',
    (key) => {
      expect(labelOf(key, false)).toBe(key);
    },
  );

  it('leave keys as they are where the schema names none', () => {
    const isMap = ({ schema }: ResponseField) =>
      schema.type === 'object' && schema.properties === undefined && schema.additionalProperties !== false;
    const maps = new Set(fields.filter(isMap).map(({ field }) => field));
    // The published schema leaves these open although their fields are known.
    const known = 'bgp_auth_key service_key components steps droplet region pages policies tools'.split(' ');
    expect([...maps].filter((field) => !isDataMap(field) && !known.includes(field))).toEqual([]);
    expect(labelOf('web_pool', isDataMap('labels'))).toBe('web_pool');
  });
});
