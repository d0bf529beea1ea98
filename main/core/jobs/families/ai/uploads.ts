import type { JobFile } from '../../../../../preload/contract/job-files.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import type { Step } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';

/* Files that the AI platform takes: each is sent to an address of its own, and named by its key afterwards. */

const uploadIn = (answer: Json): JsonObject => {
  const [first] = isObject(answer) ? listAt(answer, 'uploads') : [];
  return isObject(first) ? first : {};
};

/**
 * A step for each file, which asks for an address and sends it there. One address at a time: whatever goes on after a failure
 * then asks for a new one, because it works for minutes only.
 */
export const uploadSteps = (operationId: string, files: readonly JobFile[]): Step[] =>
  files.map((file) => ({
    label: `Upload ${file.name}`,
    operationId,
    body: { files: [{ file_name: file.name, file_size: String(file.bytes) }] },
    upload: { file, addressIn: (answer) => textAt(uploadIn(answer), 'presigned_url') || null },
  }));

/** The file as it is named once it was sent. `answer` is that of its step. */
export const storedFile = ({ name, bytes }: JobFile, answer: Json): JsonObject => ({
  original_file_name: name,
  size_in_bytes: String(bytes),
  stored_object_key: textAt(uploadIn(answer), 'object_key'),
});
