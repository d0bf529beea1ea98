import { describe, expect, it } from 'vitest';
import { placed } from '../../../../../main/core/jobs/engine/place-failure.ts';
import { number, text } from '../../../../../main/core/jobs/fields.ts';
import type { Failure } from '../../../../../preload/contract/failure.ts';

const fields = [
  text({ name: 'name', label: 'Name' }),
  number({ name: 'size', label: 'Size', minimum: 1, maximum: 9, unit: 'GiB' }),
  text({ name: 'host', label: 'Host' }),
  text({ name: 'ttl', label: 'Kept by others for' }),
];
const refused = (errorMessage: string, more: Partial<Failure> = {}): Failure => ({
  kind: 'unprocessable',
  message: 'DigitalOcean refused it.',
  errorMessage,
  ...more,
});

describe('a refusal of the API', () => {
  it.each<[string, Failure, string | undefined]>([
    ['names a field', refused('name is already in use'), 'name'],
    ['names a field by its label', refused('The HOST needs to end with a dot'), 'host'],
    ['names a field by a word of its own', refused('Data needs to end with a dot (.)'), 'host'],
    ['writes the word with an underscore', refused('size_gigabytes must be larger than before'), 'size'],
    ['names two fields: the first counts', refused('ttl must be longer if name is *'), 'ttl'],
    ['only contains a word that begins so', refused('The hostname service is away'), undefined],
    ['names none', refused('You have reached your limit'), undefined],
    ['tells the field by a pointer', refused('is invalid', { field: 'body/size_gigabytes' }), 'size'],
    ['tells a field by a pointer that is called so here too', refused('is invalid', { field: 'body/name' }), 'name'],
    ['is about the token', { ...refused('name'), kind: 'forbidden' }, undefined],
  ])('stands at its field: it %s', (_how, failure, field) => {
    expect(placed(failure, fields).field).toBe(field);
  });

  it('stays as it is where its words are for a field that is not shown', () => {
    expect(placed(refused('Data needs a dot'), fields.slice(0, 2)).field).toBeUndefined();
  });
});
