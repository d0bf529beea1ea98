import { beforeAll, describe, expect, it } from 'vitest';
import type { FoundOperation } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { locate } from '../../../../main/core/digitalocean/catalogue/locate.ts';
import { assign } from '../../../../scripts/call/assign.ts';
import { readBody } from '../../../../scripts/call/body.ts';
import { parseArguments } from '../../../../scripts/call/parse.ts';
import { operationLines, operationUsage } from '../../../../scripts/call/usage.ts';

describe('parseArguments', () => {
  it('distinguishes values, options and flags', () => {
    const words = [
      'droplets_list',
      'per_page=5',
      'name=a=b',
      '--all',
      '--base-url',
      'http://127.0.0.1:1',
      '--token-env=DO_TOKEN',
    ];
    expect(parseArguments(words)).toMatchObject({
      operationId: 'droplets_list',
      values: [
        ['per_page', '5'],
        ['name', 'a=b'],
      ],
      isAll: true,
      baseUrl: 'http://127.0.0.1:1',
      tokenEnv: 'DO_TOKEN',
      body: null,
    });
  });

  it.each([
    [['droplets_list', '--colour'], /no option --colour.*--base-url/],
    [['droplets_list', '--body'], /--body needs a value/],
    [['droplets_list', '--body', '1', '--body', '2'], /--body was given twice/],
    [['droplets_list', 'per_page'], /per_page is not an argument\. Expected name=value/],
  ])('refuses %j and says what is expected', (words, message) => {
    expect(() => parseArguments(words)).toThrow(message);
  });

  it('uses the usual variable for the token', () => {
    expect(parseArguments(['account_get']).tokenEnv).toBe('DIGITALOCEAN_TOKEN');
  });
});

describe('what an operation is given', () => {
  let list: FoundOperation;
  let events: FoundOperation;
  let action: FoundOperation;
  let dangerous: FoundOperation;
  beforeAll(async () => {
    list = await locate('droplets_list');
    events = await locate('apps_list_events');
    action = await locate('dropletActions_post');
    dangerous = await locate('droplets_destroy_withAssociatedResourcesDangerous');
  });

  it('goes where the catalogue says', () => {
    const values: [string, string][] = [
      ['droplet_id', '7'],
      ['x-dangerous', 'true'],
    ];
    expect(assign(dangerous, values)).toEqual({ path: { droplet_id: '7' }, query: {}, headers: { 'X-Dangerous': 'true' } });
    expect(
      assign(events, [
        ['app_id', 'a'],
        ['event_types', 'DEPLOYMENT'],
        ['event_types', 'AUTOSCALING'],
      ]).query,
    ).toEqual({ event_types: ['DEPLOYMENT', 'AUTOSCALING'] });
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'an unknown name',
      () => assign(list, [['colour', 'red']]),
      /takes no colour\. It takes\s+per_page=… \(query\): a whole number from 1 to 200/,
    ],
    [
      'a word for a number',
      () => assign(list, [['per_page', 'many']]),
      /per_page=many is not possible\. Expected per_page=… \(query\): a whole number/,
    ],
    [
      'a repeated name that is not a list',
      () =>
        assign(list, [
          ['name', 'a'],
          ['name', 'b'],
        ]),
      /name was given twice/,
    ],
    ['a missing path value', () => assign(action, []), /needs droplet_id=… \(path, needed\): a whole number/],
    ['a missing header', () => assign(dangerous, [['droplet_id', '7']]), /needs X-Dangerous=… \(header, needed\): true or false/],
    ['a body that is not JSON', () => readBody(action, '{"type"'), /--body is not JSON/],
    ['a body where none belongs', () => readBody(list, '{}'), /droplets_list takes no body/],
    ['a file that is not there', () => readBody(action, '@/no/such/file'), /--body @\/no\/such\/file cannot be read/],
  ])('is refused by name, with what is expected: %s', (_name, run, message) => {
    expect(run).toThrow(message);
  });

  it('is described together with the body', () => {
    expect(operationUsage(action)).toMatch(
      /POST \/v2\/droplets\/\{droplet_id\}\/actions\n.*droplet_id=… \(path, needed\).*\n.*--body.*type/,
    );
  });

  it('belongs to operations that are found by their words', async () => {
    const lines = await operationLines('uptime state');
    expect(lines).toBe('uptime_get_checkState  GET /v2/uptime/checks/{check_id}/state  Retrieve Check State\n');
    expect(await operationLines('no-such-word')).toBe('');
  });
});
