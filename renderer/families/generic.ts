import type { OperationSummary } from '../../preload/contract/catalogue.ts';
import { fieldLabel } from '../words/field-names.ts';
import { age, type FamilyColumn, name, region, status, tags, text } from './columns.ts';
import { type Family, family } from './family.ts';
import { type Item, timeOf } from './value.ts';

const names = ['name', 'label', 'title', 'slug', 'uuid', 'id', 'key', 'urn'];
const states = ['status', 'state', 'phase'];
const ages = ['created_at', 'created', 'started_at', 'updated_at', 'date'];
const shownAtMost = 4;

/**
 * Makes the list for a family that has no designed one. The first 20 things show which fields are short values worth a column.
 * Names, states, regions, tags and ages get their usual columns.
 */
export function genericFamily(operation: Pick<OperationSummary, 'id' | 'title'>, items: readonly Item[]): Family {
  const sample = items.slice(0, 20);
  const fields = [...new Set(sample.flatMap((item) => Object.keys(item)))];
  const first = (candidates: readonly string[]) => candidates.find((candidate) => fields.includes(candidate));
  const nameField = first(names) ?? fields.find((field) => sample.some((item) => typeof item[field] === 'string')) ?? 'id';
  const columns: FamilyColumn[] = [name([nameField, ...names], fieldLabel(nameField))];
  const state = first(states);
  if (state !== undefined) columns.push(status([state, `${state}.state`], fieldLabel(state)));
  if (fields.includes('region')) columns.push(region());
  const ageField = first(ages);
  const used = new Set([nameField, state, 'region', 'tags', ageField, 'id', 'uuid', 'links', 'meta']);
  const others = fields.filter((field) => !used.has(field) && sample.some((item) => isShort(item[field])));
  for (const field of others.slice(0, shownAtMost)) columns.push(text(fieldLabel(field), field));
  if (fields.includes('tags')) columns.push(tags());
  if (ageField !== undefined && sample.some((item) => timeOf(item[ageField]) !== null)) columns.push(age(ageField));
  return family(operation.id, listTitle(operation.title), columns);
}

const isShort = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '' && value.length <= 40);

/** The title of a list: "List All Trusted Sources" becomes "Trusted Sources". */
export const listTitle = (title: string): string =>
  title
    .replace(/^(list|retrieve|get)( all| the| an?| existing| available)*( of)? /i, '')
    .replace(/^./, (letter) => letter.toUpperCase());
