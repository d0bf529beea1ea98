import { act, fireEvent } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndex } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { designedFamily, familyGroups } from '../../../../renderer/families/all.ts';
import { itemOperations } from '../../../../renderer/families/operations.ts';
import { itemHref, placeHref } from '../../../../renderer/routes/resource-place.ts';
import { connected, endAll, type World } from '../../../doubles/core/core-on-demo.ts';
import { createJudge, type Judge, type Read } from '../../../doubles/labels/plain-words.ts';
import { thingsOf } from '../../../doubles/labels/things.ts';
import { type Drawn, drawDemo } from './draw-demo.tsx';

/*
 * The list of every family and the panel of its first thing on the demo account are drawn, and each text that they show outside of
 * "All operations" is read.
 */

const index = await loadIndex();
const families = ['droplets_list', ...familyGroups.flatMap((group) => group.families.map(({ id }) => id))];
/** These are on a server of their own, which wants a key of its own. */
const unfilled: readonly string[] = ['inference_list_models', 'inference_list_batches'];
let world: World;
let drawn: Drawn;
let judge: Judge;

beforeAll(async () => {
  judge = await createJudge();
  world = await connected({ seed: 7, limits: { minute: 1e6, hour: 1e6 } });
  drawn = await drawDemo(world);
});
afterAll(async () => {
  drawn.end();
  await endAll();
});

describe.each(families)('the list and a panel of %s', (familyId) => {
  it('show words that a person knows', { timeout: 30_000 }, async () => {
    const [thing] = await thingsOf(world, familyId);
    if (thing === undefined) return expect(unfilled).toContain(familyId);
    const { connectionId, parent, id } = thing;
    await drawn.go(
      familyId === 'droplets_list'
        ? itemHref(familyId, connectionId, id)
        : placeHref({ familyId, parent, connectionId, itemId: id }),
    );
    expect(document.querySelector('.panel')).not.toBeNull();
    await unfold();
    const faults = texts().flatMap((read) => judge(read).map((fault) => `${fault}: ${read.where}: ${read.text}`));
    expect([...new Set(faults)]).toEqual([]);
  });

  it('lead to everything that the API can do with the thing in at most three steps', () => {
    if (unfilled.includes(familyId)) return;
    const { inside, changes } = itemOperations(index, familyId);
    // What the panel is a reading of needs no further step.
    const own = designedFamily(familyId)?.read;
    const steps = [...inside.filter(({ id }) => id !== own), ...changes].map(({ id }) => [id, stepsTo(id)] as const);
    expect(steps.filter(([, count]) => count > 3)).toEqual([]);
  });
});

/** From the list: to open the row, to unfold what is folded, and to follow the link. Far more where there is none. */
function stepsTo(operationId: string): number {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.panel a')].filter(({ hash }) =>
    [`#/operations/${operationId}`, `#/resources/${operationId}`].some(
      (place) => hash === place || hash.startsWith(`${place}?`) || hash.startsWith(`${place}%3F`) || hash.startsWith(`${place}/`),
    ),
  );
  return Math.min(99, ...links.map((link) => 2 + foldsAround(link)));
}

function foldsAround(element: Element): number {
  const fold = element.parentElement?.closest('details') ?? null;
  return fold === null ? 0 : 1 + foldsAround(fold);
}

/** Opens what is folded, except what is there for those who know the API. */
async function unfold(): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    const closed = [...document.querySelectorAll<HTMLDetailsElement>('.panel details:not([open]):not(.all-operations)')];
    if (closed.length === 0) return;
    await act(async () => {
      for (const details of closed) {
        details.open = true;
        fireEvent(details, new Event('toggle'));
      }
    });
  }
}

const kinds: readonly (readonly [selector: string, what: string, kind: Read['kind']])[] = [
  ['[role=columnheader]', 'column', 'label'],
  ['.bar h1', 'title', 'label'],
  ['.bar .beside', 'what the list lies in', 'name'],
  ['.panel h2', 'name', 'name'],
  ['.panel header .faint', 'where it is', 'name'],
  ['[role=gridcell]', 'cell', 'fact'],
  ['[role=gridcell] a', 'link in a cell', 'name'],
  ['.panel h3', 'head', 'label'],
  ['.panel dt', 'fact', 'label'],
  ['.panel dd', 'value', 'fact'],
  ['.panel .first-facts dd', 'first fact', 'value'],
  ['.panel summary', 'fold', 'label'],
  ['.panel button', 'button', 'label'],
  ['.panel a', 'link', 'label'],
];

/** What stands beside each other on the screen does not run together. */
const spacedText = (element: Element): string =>
  [...element.childNodes]
    .map((node) => (node instanceof Element ? spacedText(node) : (node.textContent ?? '')))
    .join(element.matches('dt, .segments') ? ' ' : '')
    .trim();

/** For those who know the API: what leads to the Operations view, and what tags and names of things lead to. */
const isElsewhere = (element: Element): boolean =>
  element.closest('.all-operations') !== null ||
  (element.matches('a') && (element.matches('dd a') || element.matches('[href^="#/operations/"]')));

/** What the rows of a list are called: the first cell with words in it. */
const rowNames = (): Read[] =>
  [...document.querySelectorAll('[role=row]')].flatMap((row) => {
    const name = [...row.querySelectorAll('[role=gridcell]')].map(spacedText).find((text) => text !== '');
    return name === undefined ? [] : [{ where: 'first column', kind: 'name', text: name } as const];
  });

function texts(): Read[] {
  const ofPlaces = kinds.flatMap(([selector, where, kind]) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => !isElsewhere(element))
      .map((element) => ({ where, kind, text: spacedText(element) })),
  );
  return [...rowNames(), ...ofPlaces];
}
