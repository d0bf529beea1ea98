import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOperation, loadIndex } from '../../main/core/digitalocean/catalogue/load.ts';
import { type Change, changesBetween, sentBody } from '../../preload/contract/edits/difference.ts';
import { type Edit, editOf, readPath } from '../../preload/contract/edits/edit.ts';
import { type EditReader, readEdit } from '../../preload/contract/edits/read.ts';
import type { EditStart } from '../../preload/contract/edits/start.ts';
import { editTable } from '../../preload/contract/edits/table.ts';
import { type Failure, failed, success } from '../../preload/contract/failure.ts';
import type { Json, JsonObject } from '../../preload/contract/json.ts';
import { changeOne } from '../doubles/invented/one-change.ts';
import { type AskedDemo, demoForTest } from './asking.ts';

const index = await loadIndex();
const updates = index.operations.filter(
  ({ id, method }) => method === 'PUT' || method === 'PATCH' || Object.hasOwn(editTable, id),
);
const edits = updates.flatMap((operation) => {
  const edit = editOf(operation, index);
  return edit ? [edit] : [];
});

let demo: AskedDemo;
beforeAll(async () => {
  demo = await demoForTest();
});
afterAll(() => demo.close());

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

const reader: EditReader = {
  describe: async (id) => success(await findOperation(id)),
  async ask(id, path, query) {
    const { operation } = await findOperation(id);
    const answer = await demo.get(`${filled(operation.path, path)}?${new URLSearchParams(query)}`);
    const failure: Failure = { kind: answer.status === 403 ? 'forbidden' : 'http-error', message: answer.text };
    return answer.status < 300 ? success(answer.json) : failed(failure);
  },
};

async function open(edit: Edit, path: Record<string, string>): Promise<EditStart> {
  const reading = await readEdit(edit, await findOperation(edit.id), path, reader);
  if (reading.status !== 'read') throw new Error(`${edit.id}: ${JSON.stringify(reading)}`);
  expect(reading.hidden).toEqual([]);
  return reading.start;
}

describe('an update on the demo account', () => {
  it('is, for every PUT and PATCH of the catalogue, an edit, or has a reason why it is none', () => {
    const reasoned = updates.filter(({ id }) => typeof editTable[id] === 'string');
    expect(edits.length + reasoned.length).toBe(updates.length);
    expect(edits.length).toBeGreaterThan(55);
    expect(Object.keys(editTable).filter((id) => !updates.some((one) => one.id === id))).toEqual([]);
  });

  it.each(edits.map((edit) => [edit.id, edit] as const))('%s changes the one thing that was changed', async (id, edit) => {
    const { operation, schemas } = await findOperation(id);
    const sample = demo.sample(id);
    if (!sample) throw new Error(`The demo account has nothing for ${id}`);
    const send = async (body: JsonObject): Promise<void> => {
      const sent = await demo.ask(operation.method, filled(operation.path, sample.path), { body });
      expect({ status: sent.status, refused: sent.status < 300 ? null : sent.text }).toMatchObject({ refused: null });
      demo.advance(600_000);
    };
    const all = async (): Promise<Json> => {
      const read = await findOperation(edit.readId);
      return (await demo.get(filled(read.operation.path, readPath(read.operation.path, operation.path, sample.path)))).json;
    };
    const before = await open(edit, sample.path);
    const allBefore = await all();

    await send(sentBody(edit, before.base, before.base));
    expect((await open(edit, sample.path)).base).toEqual(before.base);
    expect(changesBetween(allBefore, await all()).filter(isOther)).toEqual([]);

    const one = changeOne(edit, before.base, { schema: operation.body?.schema ?? {}, schemas });
    const [wanted, ...more] = changesBetween(before.base, one);
    expect(more).toEqual([]);
    await send(sentBody(edit, before.base, one));
    expect(changesBetween(before.base, (await open(edit, sample.path)).base)).toEqual([wanted]);
    const seen = changesBetween(allBefore, await all()).filter(isOther);
    expect(seen.map(({ before: was, after: is }) => [was, is])).toEqual([[wanted?.before, wanted?.after]]);
  });
});

/** What the API sets by itself after each change, whatever was changed. */
const ownClock = /^(updated_at|last_deployment_created_at|last_edited_at|active_deployment|version_hash)$/;
const isOther = ({ pointer }: Change): boolean =>
  pointer !== 'evaluation_test_case/version' && !pointer.split('/').some((step) => ownClock.test(step));
