import { editOf } from '../../../../preload/contract/edits/edit.ts';
import { type EditReader, readEdit } from '../../../../preload/contract/edits/read.ts';
import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../preload/contract/json.ts';
import type { Credentials } from '../../credentials.ts';
import type { Api } from '../../digitalocean/api.ts';
import { findOperation, loadIndex } from '../../digitalocean/catalogue/load.ts';
import { jobWords } from '../../words/jobs.ts';
import type { Ask } from '../job.ts';

/** A person waits for what is read before a job is asked. */
const options = { lane: 'command', deadlineMs: 30_000 } as const;

/** The reads of a job, with the token of one connection. */
export function createAsk(api: Api, credentials: Pick<Credentials, 'keyOf'>): Ask {
  async function read(operationId: string, path = {}, query: Record<string, string> = {}): Promise<Outcome<Json>> {
    const answer = await api.call<Json>(operationId, { path, query }, options);
    return answer.ok ? success(answer.value.body) : answer;
  }

  const reader: EditReader = {
    describe: async (operationId) => success(await findOperation(operationId)),
    async ask(operationId, path, query) {
      const { operation } = await findOperation(operationId);
      const key = operation.collectionKey;
      // One page shows whether the token may read it, but the thing may be on any page.
      if (operation.pagination === 'none' || key === null || Object.keys(query).length > 0) return read(operationId, path, query);
      const listed = await api.listAll(operationId, { path }, options);
      return listed.ok ? success({ [key]: listed.value.items }) : listed;
    },
  };

  return {
    read,
    async list(operationId, path = {}, query = {}) {
      const listed = await api.listAll(operationId, { path, query }, options);
      return listed.ok ? success(listed.value.items.filter(isObject)) : listed;
    },
    async check(operationId, path, body) {
      const answer = await api.call<Json>(operationId, { path, body }, options);
      return answer.ok ? success(answer.value.body) : answer;
    },
    async hasKey(place) {
      const key = await credentials.keyOf(place);
      return key.ok ? success(key.value !== null) : key;
    },
    ownServer: api.ownServer,
    async base(updateId, path) {
      const update = await findOperation(updateId);
      const edit = editOf(update.operation, await loadIndex());
      if (edit === null) throw new Error(`${updateId} edits nothing that can be read`);
      const reading = await readEdit(edit, update, path, reader);
      switch (reading.status) {
        case 'failed':
          return failed(reading.failure);
        case 'absent':
          return failed({ kind: 'not-found', ...jobWords.absent });
        case 'read':
          return reading.hidden.length === 0 ? success(reading.start.base) : failed(hiddenParts(reading.hidden));
      }
    },
  };
}

function hiddenParts(hidden: readonly { field: string; scopes: string[] }[]): Failure {
  const scopes = [...new Set(hidden.flatMap((one) => one.scopes))];
  const fields = hidden.map(({ field }) => field);
  return { kind: 'forbidden', ...jobWords.hidden(fields, scopes), scopes };
}
