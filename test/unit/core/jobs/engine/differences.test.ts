import { describe, expect, it } from 'vitest';
import { differencesIn } from '../../../../../main/core/jobs/engine/differences.ts';
import { choice, choices, number, option, text, tick } from '../../../../../main/core/jobs/fields.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';

const count = number({ name: 'count', label: 'Nodes', value: 3, minimum: 1, maximum: 9, unit: 'nodes' });
const size = number({ name: 'size', label: 'Size', value: 100, minimum: 1, maximum: 900, unit: 'GiB' });
const limit = number({ name: 'limit', label: 'Limit', value: 0.5, minimum: 0, maximum: 1, unit: '' });
const isOn = tick({ name: 'isOn', label: 'Grow by itself', value: false });
const hour = choice({
  name: 'hour',
  label: 'From',
  value: '03',
  choices: [option('03', '03:00 UTC', '04:00 here'), option('04', '04:00 UTC', '05:00 here')],
});
const plan = choice({
  name: 'plan',
  label: 'Plan',
  value: 'a',
  choices: [option('a', 'Basic', '$5.00'), option('b', 'Pro', '$20.00')],
});
const rule = choice({ name: 'rule', label: 'Rule', choices: [option('0', 'SSH 22'), option('1', 'HTTP 80')] });
const regions = choices({
  name: 'regions',
  label: 'Asked from',
  value: ['eu', 'us'],
  choices: [option('eu', 'Europe'), option('us', 'America'), option('as', 'Asia')],
});
const name = text({ name: 'name', label: 'Name', value: 'web' });
const about = text({ name: 'about', label: 'Description', value: '' });
const long = text({ name: 'long', label: 'Instructions', value: 'a\nb', isLong: true });
const secret = text({ name: 'secret', label: 'Password', value: '', isSecret: true });

describe('what the values of a form change', () => {
  it.each<[string, JobField, JobValues, string | null]>([
    ['a number whose label is its unit', count, { count: 4 }, 'Nodes: 3 → 4'],
    ['a number with a unit', size, { size: 150 }, 'Size: 100 → 150 GiB'],
    ['a fraction', limit, { limit: 0.75 }, 'Limit: 0.5 → 0.75'],
    ['a number that was emptied', size, { size: null }, 'Size: 100 → nothing'],
    ['a tick', isOn, { isOn: true }, 'Grow by itself: off → on'],
    ['an hour, with the hour here', hour, { hour: '04' }, 'From: 03:00 UTC (04:00 here) → 04:00 UTC (05:00 here)'],
    ['a choice, without its price', plan, { plan: 'b' }, 'Plan: Basic → Pro'],
    ['a choice that chooses what the others are about', rule, { rule: '1' }, null],
    ['a set', regions, { regions: ['eu', 'as'] }, 'Asked from: + Asia; − America'],
    ['a set that only grows', regions, { regions: ['eu', 'us', 'as'] }, 'Asked from: + Asia'],
    ['a text', name, { name: 'web-2' }, 'Name: web → web-2'],
    ['a text that was empty', about, { about: 'the shop' }, 'Description: nothing → the shop'],
    ['spaces around a text', name, { name: ' web ' }, null],
    ['a text of several lines', long, { long: 'a\nc' }, 'Instructions: changed'],
    ['a secret, which is not shown', secret, { secret: 'hunter2' }, 'Password: changed'],
    ['a field that is not shown', size, {}, null],
    ['nothing', size, { size: 100 }, null],
  ])('says it for %s', (_what, field, values, line) => {
    expect(differencesIn([field], values)).toEqual(line === null ? [] : [line]);
  });

  it('leaves out fields that only choose', () => {
    expect(differencesIn([plan, size], { plan: 'b', size: 150 }, ['plan'])).toEqual(['Size: 100 → 150 GiB']);
  });
});
