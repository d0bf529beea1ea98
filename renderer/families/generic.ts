import type { OperationSummary } from '../../preload/contract/catalogue.ts';
import { fieldLabel } from '../words/field-names.ts';
import { age, type FamilyColumn, name, region, status, tags, text } from './columns.ts';
import { type Family, family } from './family.ts';
import { readingOf, wordsOf } from './reading.ts';
import { type Item, timeOf } from './value.ts';

const names = ['name', 'label', 'title', 'slug', 'uuid', 'id', 'urn', 'ip'];
const states = ['status', 'state', 'phase'];
const ages = ['created_at', 'created', 'started_at', 'updated_at', 'date'];
const regions = ['region', 'region_slug', 'regions'];
const shownAtMost = 4;
const longest = 40;

/**
 * Makes the list for a family that has no designed one. The first 20 things show which fields are short values worth a column.
 * Names, states, regions, tags and ages get their usual columns.
 */
export function genericFamily(operation: Pick<OperationSummary, 'id' | 'title'>, items: readonly Item[]): Family {
  const sample = items.slice(0, 20);
  const fields = [...new Set(sample.flatMap((item) => Object.keys(item)))];
  const isRead = (field: string) => sample.some((item) => isShort(field, item));
  const first = (candidates: readonly string[]) => candidates.find((field) => fields.includes(field) && isRead(field));
  const nameField = first(names) ?? fields.find((field) => sample.some((item) => isName(field, item))) ?? fields[0] ?? 'id';
  const columns: FamilyColumn[] = [name([nameField, ...names], fieldLabel(nameField))];
  const state = states.find((field) => fields.includes(field));
  if (state !== undefined) columns.push(status([`${state}.state`, state], fieldLabel(state)));
  if (regions.some((field) => fields.includes(field))) columns.push(region());
  const ageField = first(ages);
  const used = new Set([nameField, state, ...regions, 'tags', ageField, 'id', 'uuid', 'links', 'meta']);
  const others = fields.filter((field) => !used.has(field) && isRead(field));
  for (const field of others.slice(0, shownAtMost)) columns.push(text(fieldLabel(field), field));
  if (fields.includes('tags')) columns.push(tags());
  if (ageField !== undefined && sample.some((item) => timeOf(item[ageField]) !== null)) columns.push(age(ageField));
  return family(operation.id, listTitle(operation.title), columns);
}

/** A value with words of at most one column's length. A secret has none. */
function isShort(field: string, item: Item): boolean {
  const words = wordsOf(readingOf({ field, value: item[field], beside: item }));
  return words !== '' && words.length <= longest;
}

const isName = (field: string, item: Item): boolean =>
  typeof item[field] === 'string' && readingOf({ field, value: item[field], beside: item }).kind === 'text';

/** The title of a list: "List All Trusted Sources" becomes "Trusted Sources". What stands in brackets is left to the reference. */
export const listTitle = (title: string): string =>
  title
    .replace(/^(list|retrieve|get)( all| the| an?| existing| available)*( of)? /i, '')
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/^./, (letter) => letter.toUpperCase());
