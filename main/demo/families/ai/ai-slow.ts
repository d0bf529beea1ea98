import { bodyOf, type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import type { Row } from '../../world/table.ts';
import { isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';

/* What takes a while on the AI platform, and says by its state when it is over. */

const models = '/v2/gen-ai/custom_models';
const importedAfterMs = 25_000;

function importModel(call: Call): Reply {
  const { name, description, source_type, source_ref } = bodyOf(call);
  const uuid = call.team.random('imported model', call.world.nextId()).uuid();
  const now = isoOf(call.world.now());
  const row: Row = { uuid, name, description, source_type, source_ref, status: 'STATUS_IMPORTING', created_at: now };
  const model = call.team.table(models).add({ ...row, updated_at: now });
  later(call.world, importedAfterMs, () => call.team.table(models).change(uuid, { status: 'STATUS_READY' }));
  return ok({ model });
}

const databases = '/v2/vector-databases';
const restoredAfterMs = 30_000;
const restoreOf = ({ path }: Call) => `${databases}/${path.id}/backups/${path.backup_id}/#restore`;

function restore(call: Call): Reply {
  rowIn(call, databases, call.path.id);
  const { backup_id } = call.path;
  call.team.keep(restoreOf(call), { backup_id, status: 'STARTED', error: '' });
  later(call.world, restoredAfterMs, () => call.team.keep(restoreOf(call), { backup_id, status: 'SUCCESS', error: '' }));
  return ok({ backup_id, status: 'STARTED' });
}

/** A backup that was never restored answers as one that was, long ago. */
const restoreStatus = (call: Call): Reply =>
  ok(call.team.document(restoreOf(call), () => ({ backup_id: call.path.backup_id, status: 'SUCCESS', error: '' })));

export const aiSlow: Family = {
  handlers: {
    genai_import_custom_model: importModel,
    vectorDatabases_post_restore_backup: restore,
    vectorDatabases_get_restore_status: restoreStatus,
  },
};
