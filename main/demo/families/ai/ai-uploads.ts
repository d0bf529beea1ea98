import { uploadAddress, uploaded } from '../../kept-files.ts';
import { bodyOf, type Call, ok, type Reply } from '../../wire/call.ts';
import { unprocessable } from '../../wire/problem.ts';
import { isRow, listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Family } from '../family.ts';

/* Files that are sent to an address of their own before something is made of them. */

const addresses = (call: Call): Reply =>
  ok({
    request_id: call.team.random('uploads', call.world.nextId()).uuid(),
    uploads: listOf(bodyOf(call), 'files')
      .filter(isRow)
      .map((file) => ({
        ...uploadAddress(call.world, textOf(file, 'file_name')),
        original_file_name: file.file_name,
      })),
  });

/** Refuses a file that was not sent, or not whole. */
function checkSent({ world }: Call, file: Row): void {
  const bytes = uploaded(world, textOf(file, 'stored_object_key'));
  if (bytes === null || String(bytes.length) !== file.size_in_bytes) {
    throw unprocessable(`The file ${textOf(file, 'original_file_name')} was not uploaded.`);
  }
}

const kinds = ['web_crawler_data_source', 'spaces_data_source', 'aws_data_source', 'file_upload_data_source'];

/** A source has what was said of it, and nothing of the other kinds. */
function bornSource(call: Call, row: Row): Row {
  const body = bodyOf(call);
  if (isRow(body.file_upload_data_source)) checkSent(call, body.file_upload_data_source);
  const own = Object.fromEntries(kinds.map((kind) => [kind, body[kind]]));
  const bucket = rowOf(body, 'spaces_data_source');
  return {
    ...row,
    ...own,
    dropbox_data_source: undefined,
    google_drive_data_source: undefined,
    bucket_name: bucket.bucket_name,
    region: bucket.region,
    item_path: undefined,
    last_datasource_indexing_job: undefined,
  };
}

function bornDataset(call: Call, row: Row): Row {
  const { name, file_upload_dataset: file } = bodyOf(call);
  // The reference requires no file.
  if (!isRow(file)) return { ...row, dataset_name: name };
  checkSent(call, file);
  const lines = uploaded(call.world, textOf(file, 'stored_object_key'))?.toString().trim().split('\n') ?? [];
  return { ...row, dataset_name: name, file_size: file.size_in_bytes, row_count: Math.max(0, lines.length - 1) };
}

export const aiUploads: Family = {
  effects: {
    '/v2/gen-ai/knowledge_bases/{knowledge_base_uuid}/data_sources': { born: bornSource },
    '/v2/gen-ai/evaluation_datasets': { born: bornDataset },
  },
  handlers: {
    genai_create_data_source_file_upload_presigned_urls: addresses,
    genai_create_evaluation_dataset_file_upload_presigned_urls: addresses,
    genai_create_model_eval_dataset_upload_presigned_urls: addresses,
  },
};
