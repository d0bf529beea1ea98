import { expect, it } from 'vitest';
import { readCatalogue } from '../../main/demo/catalogue.ts';
import { makeValue } from '../../main/demo/schema/make.ts';
import { randomOf } from '../../main/demo/world/random.ts';
import { createJudge } from './judge.ts';

it('makes up an answer for every operation that fits its published schema, according to an independent validator', async () => {
  const around = { random: randomOf('judged'), nowMs: Date.UTC(2026, 10, 23), noun: 'things', reference: () => undefined };
  const judge = createJudge();
  const { entries } = await readCatalogue();
  const misfits = entries.flatMap((entry) => {
    const schema = entry.operation.responses[0]?.schema;
    const fault = schema ? judge(entry, makeValue(schema, entry.book, around)) : null;
    return fault === null ? [] : [`${entry.operation.id}: ${fault}`];
  });
  expect(misfits).toEqual([]);
}, 120_000);
