import { act, cleanup, fireEvent } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findOperation, loadIndex } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { isSecret } from '../../../../../preload/contract/secrets.ts';
import { designedFamily, familyGroups } from '../../../../../renderer/families/all.ts';
import { parametersOf } from '../../../../../renderer/families/operations.ts';
import { placeHref } from '../../../../../renderer/routes/resource-place.ts';
import { inventedAnswer, oddities } from '../../../../doubles/invented/invented-answers.ts';
import { drawResources } from './draw-resources.tsx';

const index = await loadIndex();

const designed = familyGroups.flatMap(({ families }) => families.map(({ id }) => id));
const others = index.operations.filter(
  ({ id, method, isDeprecated, path }) =>
    method === 'GET' &&
    !isDeprecated &&
    !path.includes('/metrics/') &&
    designedFamily(id) === undefined &&
    id !== 'droplets_list',
);
const lists = await Promise.all(others.map(async ({ id }) => (await findOperation(id)).operation.collectionKey !== null));

/** Every family of the side list, every other thing that is read without saying of what, and every list inside a thing. */
const familyIds = [
  ...designed,
  ...others.filter(({ path }, index) => parametersOf(path).length === 0 || lists[index]).map(({ id }) => id),
];

const parentOf = (path: string): Record<string, string> =>
  Object.fromEntries(parametersOf(path).map((name) => [name, 'parent-1']));

/** What a person may see, in text and in tooltips. */
function seen(): string {
  const titles = [...document.querySelectorAll('[title]')].map((element) => element.getAttribute('title'));
  // Node by node: glued together, a code behind a label would not stand out as a word.
  const texts: (string | null)[] = [];
  const walker = document.createTreeWalker(document.querySelector('.body') ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent);
  return [...texts, ...titles].join('\n');
}

const faults: readonly [string, RegExp][] = [
  ['undefined', /undefined/],
  ['null', /\bnull\b/],
  ['NaN', /NaN/],
  ['an object as text', /\[object/],
  ['a raw time', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/],
  ['a time that is none', /\b(Jan|Dec) (1|0001|1970)\b|56 y|202\d y/],
  ['a code in capitals', /\b[A-Z][A-Z\d]*_[A-Z\d_]+\b/],
  ['a page error', /Something broke|went wrong/],
];
const faultsIn = (text: string): string[] =>
  faults.flatMap(([name, form]) => {
    const found = form.exec(text);
    return found ? [`${name}: …${text.slice(Math.max(0, found.index - 40), found.index + 40)}…`] : [];
  });

/** Every secret that an answer holds. */
function secretsIn(value: unknown, inside = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((part) => secretsIn(part, inside));
  const beside = value as Record<string, unknown>;
  return Object.entries(beside).flatMap(([field, part]) =>
    isSecret({ field, value: part, beside, inside }) && `${part}`.startsWith('sesame') ? [`${part}`] : secretsIn(part, field),
  );
}

/** Opens everything that is folded, however deep. */
async function unfold(): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    const closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    if (closed.length === 0) return;
    await act(async () => {
      for (const details of closed) {
        details.open = true;
        fireEvent(details, new Event('toggle'));
      }
    });
  }
}

/** Answers that hold nothing, as services give them: an empty list, none at all, null in its place, an empty object. */
const emptyBodies = (key: string | null): unknown[] =>
  key === null ? [{}, { thing: null }, { thing: {} }, { thing: [] }] : [{ [key]: [] }, {}, { [key]: null, meta: { total: 0 } }];

/** The largest families have thousands of fields, all of which are drawn. */
const timeout = 60_000;

// The list of families at the side is the same for all, and costs more than what is looked at: a narrow window has none.
beforeEach(() => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media.includes('max-width'),
    media,
    addEventListener() {},
    removeEventListener() {},
  }));
});

describe.each(familyIds)('%s', { timeout }, (id) => {
  it('says that there is nothing where an answer is empty', async () => {
    const { operation } = await findOperation(id);
    const parent = parentOf(operation.path);
    const connectionId = Object.keys(parent).length > 0 ? 'c1' : null;
    for (const body of emptyBodies(operation.collectionKey)) {
      await drawResources(placeHref({ familyId: id, parent, connectionId, itemId: null }), () => body);
      expect(faultsIn(seen())).toEqual([]);
      expect(document.querySelectorAll('[role="gridcell"]')).toHaveLength(0);
      expect(document.querySelector('.body')?.textContent).toMatch(/No [\p{L}\d]|–/u);
      cleanup();
    }
  });

  it('shows rows of every kind, and each opens', async () => {
    const { operation, schemas } = await findOperation(id);
    const body = inventedAnswer(operation, schemas, 'all');
    const parent = parentOf(operation.path);
    const connectionId = Object.keys(parent).length > 0 ? 'c1' : null;
    const ownPath = operation.path.replace(/\{[^}]+\}/g, 'parent-1');
    const { page, settle } = await drawResources(placeHref({ familyId: id, parent, connectionId, itemId: null }), (path) =>
      path === ownPath ? body : {},
    );
    expect(faultsIn(seen())).toEqual([]);
    for (const secret of secretsIn(body)) expect(seen()).not.toContain(secret);
    const rows = document.querySelectorAll('[role="row"]:not(:has([role="columnheader"]))');
    if (operation.collectionKey === null) {
      await unfold();
      expect(faultsIn(seen())).toEqual([]);
      for (const secret of secretsIn(body)) expect(seen()).not.toContain(secret);
      return;
    }
    expect(rows).toHaveLength(oddities.length);
    for (const row of rows) {
      await act(async () => void fireEvent.click(row));
      await settle();
      expect(document.querySelector('.panel .panel-body')?.textContent).not.toMatch(/It is gone/);
      await unfold();
      expect(faultsIn(seen())).toEqual([]);
      for (const secret of secretsIn(body)) expect(seen()).not.toContain(secret);
      page.router.go(placeHref({ familyId: id, parent, connectionId, itemId: null }));
      await settle();
    }
  });
});
