import type { Bridge } from '../../preload/contract/bridge.ts';
import type { CatalogueIndex } from '../../preload/contract/catalogue.ts';
import type { EditReader } from '../../preload/contract/edits/read.ts';
import type { Described } from '../../preload/contract/edits/start.ts';
import { type Failure, failed, type Outcome, success } from '../../preload/contract/failure.ts';
import { editWords } from '../words/edits.ts';
import { readTag } from './catalogue-tags.ts';

const unread: Failure = { kind: 'bad-answer', message: editWords.absent };

/** Reads what an edit is about through the bridge, as requests of one team. */
export function createEditReader(bridge: Bridge, index: CatalogueIndex, connectionId: string): EditReader {
  const describe = async (operationId: string): Promise<Outcome<Described>> => {
    const summary = index.operations.find((one) => one.id === operationId);
    if (!summary) return failed(unread);
    const tag = await readTag(bridge, summary.tag);
    if (!tag.ok) return tag;
    const operation = tag.value.operations.find((one) => one.id === operationId);
    return operation ? success({ operation, schemas: tag.value.schemas }) : failed(unread);
  };
  return {
    describe,
    async ask(operationId, path, query) {
      const described = await describe(operationId);
      if (!described.ok) return described;
      const { pagination } = described.value.operation;
      const outcome = await bridge.sendRequest({
        requestId: crypto.randomUUID(),
        connectionId,
        operationId,
        path,
        query,
        headers: {},
        isSchemaMismatchAllowed: false,
        // The thing may be on any page of a listing, but one page shows whether the token may read it.
        isAllPages: pagination !== 'none' && Object.keys(query).length === 0,
      });
      if (!outcome.ok) return outcome;
      const { value } = outcome;
      return value.status === 'answered' && value.body.kind === 'json' ? success(value.body.value) : failed(unread);
    },
  };
}
