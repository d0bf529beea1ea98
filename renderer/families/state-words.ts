import type { GlyphName } from '../components/icons/status-glyph.tsx';
import { fieldLabel } from '../words/field-names.ts';

/**
 * Shape and words for the states of all families. The API writes them in many ways (`active`, `ACTIVE`, `STATUS_RUNNING`,
 * `BATCH_JOB_PHASE_SUCCEEDED`), so prefixes are removed and case is ignored. An unknown state keeps its own words and gets the
 * neutral shape `off`.
 */
const shapes: Record<GlyphName, readonly string[]> = {
  active: [
    'active',
    'online',
    'running',
    'available',
    'healthy',
    'verified',
    'provisioned',
    'up',
    'enabled',
    'attached',
    'live',
    'ready',
    'on',
  ],
  done: ['succeeded', 'completed', 'success', 'successful', 'deployed', 'no_changes', 'superseded'],
  running: [
    'creating',
    'provisioning',
    'in_progress',
    'building',
    'deploying',
    'updating',
    'upgrading',
    'resizing',
    'migrating',
    'forking',
    'deleting',
    'indexing',
    'rebuilding',
    'restoring',
    'scanning_manifests',
    'deleting_unreferenced_blobs',
    'undeploying',
    'deprovisioning',
  ],
  starting: [
    'new',
    'pending',
    'queued',
    'pending_build',
    'pending_deploy',
    'waiting',
    'waiting_for_deployment',
    'waiting_for_undeployment',
    'requested',
    'waiting_for_write_jwts_to_expire',
    'configuring',
    'checking',
  ],
  warn: ['degraded', 'partial', 'unhealthy', 'warning', 'retired', 'suspended', 'cancelling'],
  failed: [
    'error',
    'errored',
    'failed',
    'invalid',
    'action_failed',
    'provisioning-failed',
    'deprovisioning-failed',
    'undeployment_failed',
  ],
  down: ['down'],
  off: [
    'off',
    'inactive',
    'deleted',
    'cancelled',
    'canceled',
    'deprovisioned',
    'archive',
    'disabled',
    'poweroff',
    'decommissioned',
    'unknown',
  ],
};

const glyphs = new Map<string, GlyphName>(
  Object.entries(shapes).flatMap(([glyph, states]) => states.map((state): [string, GlyphName] => [state, glyph as GlyphName])),
);

const prefixes = /^(status|batch_job_phase|index_job_status|evaluation_run|data_source_status)_/;

export function stateOf(raw: string): { glyph: GlyphName; words: string } {
  const plain = raw.toLowerCase().replace(/\s+/g, '_').replace(prefixes, '');
  return { glyph: glyphs.get(plain) ?? 'off', words: fieldLabel(plain.replaceAll('-', '_')) };
}
