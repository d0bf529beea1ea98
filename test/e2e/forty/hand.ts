import type { Page } from '@playwright/test';
import { keyHand } from './keys.ts';
import { pointerHand } from './pointer.ts';
import { shown } from './shown.ts';
import type { Counted } from './touch.ts';

/**
 * How a job is done: with a pointer and a keyboard, as most people do; with the keys alone, from the panel; or with the keys
 * alone, from the menu of the thing's row.
 */
export type Way = 'pointer' | 'keys' | 'row keys';

/** The hand of a person at the page, who may type into what has the focus as much as they like. */
export interface Hand {
  page: Page;
  /** Clicks and keys so far. */
  presses(): number;
  /** A job that stands in the menu of further ones costs the step to there too. */
  press(name: string | RegExp): Promise<void>;
  /** One of many in a field that searches: types what tells it, and takes the first match. */
  pick(label: string, typed: string): Promise<void>;
  /** The same, with the keys that send what is asked in the same moment. */
  pickAndSend(label: string, typed: string, name: string): Promise<void>;
  /** One of the few that stand side by side. */
  choose(label: string, option: string): Promise<void>;
  tick(label: string | RegExp): Promise<void>;
  /** A new row of a table, for what is typed and ticked from then on. */
  add(name: string): Promise<void>;
  /** Types over what the field has. */
  write(label: string | RegExp, text: string): Promise<void>;
  /** The button that sends what a dialog asks. */
  send(name: string): Promise<void>;
  /** The box at the start of a row. */
  select(row: string): Promise<void>;
}

export function handOf(page: Page, way: Way): Hand {
  const counted = countedPage(page);
  const touch = way === 'pointer' ? pointerHand(counted) : keyHand(counted, { isFromRow: way === 'row keys' });
  const dialog = page.getByRole('dialog');
  let part = dialog;
  const type = (text: string) => page.keyboard.type(text);
  const exact = (name: string) => ({ name, exact: true });
  return {
    page,
    presses: counted.presses,
    press: touch.press,
    async pick(label, typed) {
      await touch.reach(dialog.getByRole('combobox', exact(label)));
      await type(typed);
      await counted.key('Enter');
    },
    async pickAndSend(label, typed, name) {
      const several = dialog.getByRole('textbox', exact(`Search among ${label.toLowerCase()}`));
      await touch.reach(dialog.getByRole('combobox', exact(label)).or(several));
      await type(typed);
      await shown(dialog.getByRole('button', exact(name)));
      await counted.key('Control+Enter');
    },
    async choose(label, option) {
      await touch.choose(await shown(dialog.getByRole('group', exact(label))), option);
    },
    async tick(label) {
      await touch.tick(await shown(part.getByRole('checkbox', { name: label })));
    },
    async add(name) {
      await touch.send(await shown(dialog.getByRole('button', exact(name))));
      part = dialog.locator('[data-row]:focus-within');
      await shown(part);
    },
    async write(label, text) {
      await touch.reach(part.getByLabel(label, { exact: typeof label === 'string' }));
      await type(text);
    },
    async select(row) {
      await touch.tick(await shown(page.getByRole('checkbox', exact(`Select ${row}`))));
    },
    async send(name) {
      await touch.send(await shown(dialog.getByRole('button', exact(name))));
    },
  };
}

function countedPage(page: Page): Counted {
  let count = 0;
  return {
    page,
    presses: () => count,
    async click(locator) {
      count += 1;
      await locator.click();
    },
    async key(name) {
      count += 1;
      await page.keyboard.press(name);
    },
  };
}
