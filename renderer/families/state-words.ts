import type { GlyphName } from '../components/icons/status-glyph.tsx';
import { spelledOut } from '../words/codes.ts';

/**
 * Shape and words for the states of all families. The API writes them in many ways (`active`, `ACTIVE`, `in-progress`,
 * `STATUS_RUNNING`, `BATCH_JOB_PHASE_SUCCEEDED`), so prefixes are removed, and case and what joins the words are ignored.
 */
const shapes: Record<GlyphName, string> = {
  active: `active approved assigned already_assigned attached available enabled healthy joined live ok on online open
    provisioned ready up verified`,
  done: `completed deployed done no_changes not_updated success succeeded successful superseded updated`,
  running: `assigning building cancelling creating deleting deleting_unreferenced_blobs deploying deprovisioning draining
    evaluating_results finalizing forking importing in_progress indexing migrating powering_on provisioning rebalancing
    rebuilding resizing restoring running_dataset scanning_manifests syncing undeploying updating upgrading
    validating`,
  starting: `checking configuring in_review new pending pending_build pending_deploy queued requested waiting
    waiting_for_deployment waiting_for_undeployment waiting_for_write_jwts_to_expire`,
  warn: `cspm_not_enabled daily_invite_limit_reached degraded expired locked not_found partial partially_successful
    partially_updated retired suspended unhealthy warning`,
  failed: `action_failed deprovisioning_failed error errored fail failed invalid provisioning_failed undeployment_failed`,
  down: `down service_down`,
  off: `archive archived canceled cancelled close closed decommissioned deleted deprovisioned disabled draft inactive none off
    poweroff removed scan_not_run skipped unknown unspecified`,
};

const glyphs = new Map<string, GlyphName>([
  ...Object.entries(shapes).flatMap(([glyph, states]) =>
    states
      .split(/\s+/)
      .filter(Boolean)
      .map((state): [string, GlyphName] => [state, glyph as GlyphName]),
  ),
  // A server that runs is well; a job that runs is on its way, which its prefix tells.
  ['running', 'active'],
]);

const jobs = /^(batch_job_phase|index_job_status|data_source_status|evaluation_run|model_evaluation_run)_/;
const prefixes =
  /^(batch_job_phase|index_job_status|data_source_status|(model_)?evaluation_run(_status)?|evaluation_metric_result_status|access_point|delete_(custom_model|model_evaluation_run)_status|status)_/;

/** Words that the letters of a state do not give. */
const words: Readonly<Record<string, string>> = {
  unspecified: 'Unknown',
  close: 'Closed',
  fail: 'Failed',
  poweroff: 'Powered off',
  archive: 'Archived',
  scan_not_run: 'Not scanned yet',
  cspm_not_enabled: 'Not turned on',
};

export interface StateWords {
  glyph: GlyphName;
  words: string;
  /** Buoy knows this state. Another one keeps its own words, and gets the neutral shape. */
  isKnown: boolean;
}

const read = new Map<string, StateWords>();

/** Shape and words of a state as the API writes it. */
export function stateOf(raw: string): StateWords {
  const kept = read.get(raw);
  if (kept) return kept;
  const joined = raw
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const plain = joined.replace(prefixes, '');
  const glyph = plain === 'running' && jobs.test(joined) ? 'running' : glyphs.get(plain);
  const made = { glyph: glyph ?? 'off', words: words[plain] ?? spelledOut(plain), isKnown: glyph !== undefined };
  read.set(raw, made);
  return made;
}

/** Whether a field of that name holds a state. */
export const isStateField = (field: string): boolean => /(^|_)(status|state|phase)(es)?$/.test(field) && field !== 'pass_status';
