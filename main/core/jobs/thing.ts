import { isolated } from '../../../preload/contract/isolates.ts';
import type { JobThing } from '../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../preload/contract/json.ts';
import { calledByUrn, urnParts } from '../../../preload/contract/urn-words.ts';
import type { Thing } from './job.ts';

/** Where the API keeps what people call a thing, by how well it tells one from another. */
const nameFields = [
  'name',
  'ip',
  'description',
  'slug',
  'target',
  'origin',
  'label',
  'tag',
  'index_name',
  'subject_name',
  'job_name',
  'sink_name',
  'invoice_period',
  'digest',
  'dataset_name',
  'value',
] as const;

/** Families whose things have no name that tells one from another. */
const namings: Readonly<Record<string, (row: JsonObject, parent: JobThing['parent']) => string>> = {
  monitoring_list_sinks: ({ destination, id }) => textAt(isObject(destination) ? destination : {}, 'name') || String(id ?? ''),
  domains_list_records(row, { domain_name: domain = '' }) {
    const name = textAt(row, 'name');
    return `${textAt(row, 'type')} record of ${name === '@' || name === '' ? domain : `${name}.${domain}`}`;
  },
  genai_list_agent_versions: (row) => `version of ${textAt(row, 'created_at').slice(0, '2026-11-27'.length)}`,
  genai_list_knowledge_base_data_sources: (row) =>
    textAt(row, 'bucket_name') ||
    textAt(objectAt(row, 'spaces_data_source'), 'bucket_name') ||
    textAt(objectAt(row, 'web_crawler_data_source'), 'base_url') ||
    textAt(objectAt(row, 'file_upload_data_source'), 'original_file_name') ||
    textAt(row, 'uuid'),
  inference_list_batches: (row) => `batch of ${textAt(row, 'created_at').slice(0, '2026-11-27'.length)}`,
  genai_list_indexing_jobs: (row) => `indexing of ${textAt(row, 'created_at').slice(0, '2026-11-27'.length)}`,
  // The page adds the name of what the row stands for, where it knows it.
  projects_list_resources(row) {
    const named = urnParts(textAt(row, 'urn'));
    return textAt(row, 'name') || (named === null ? textAt(row, 'urn') : calledByUrn(named));
  },
  security_list_scans: (row) => `scan of ${textAt(row, 'created_at').slice(0, '2026-11-27'.length)}`,
};

/** The thing that the page means, with its name, and what keeps it. */
export function thingOf(thing: JobThing, owner: Thing['owner'] = null): Thing {
  const row = thing.row as JsonObject;
  const naming = Object.hasOwn(namings, thing.familyId) ? namings[thing.familyId] : undefined;
  const { spec } = row;
  const named = nameFields.map((field) => row[field]).find((value) => typeof value === 'string' && value !== '');
  const ofSpec = isObject(spec) && typeof spec.name === 'string' ? spec.name : undefined;
  const ownName = naming?.(row, thing.parent) ?? String(ofSpec ?? named ?? thing.id);
  return { ...thing, row, ownName, name: isolated(ownName), owner: owner && { ...owner, name: isolated(owner.name) } };
}

/** Text at a field of a row; '' if there is none. */
export const textAt = (row: JsonObject, field: string): string => {
  const value = row[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** The list at a field; empty if there is none. */
export const listAt = (row: JsonObject, field: string): Json[] => {
  const value = row[field];
  return Array.isArray(value) ? value : [];
};

/** The object at a field; empty if there is none. */
export const objectAt = (row: JsonObject, field: string): JsonObject => {
  const value = row[field];
  return isObject(value) ? value : {};
};

/** The slug of a region, which the API writes as an object or as a text. */
export const regionOf = (row: JsonObject): string => textAt(objectAt(row, 'region'), 'slug') || textAt(row, 'region');
