import type { Locator } from '@playwright/test';
import { isFocused, placesOf, shown } from './shown.ts';
import type { Counted, Touch } from './touch.ts';

const tabsAtMost = 120;
const arrowsAtMost = 40;

/** The keys alone. Whatever has the focus must show it. */
export function keyHand({ page, key }: Counted, { isFromRow }: { isFromRow: boolean }): Touch {
  async function walkTo(locator: Locator): Promise<void> {
    for (let step = 0; !(await isFocused(locator)); step += 1) {
      if (step > tabsAtMost) throw new Error(`Tab does not lead to ${locator}`);
      await key('Tab');
    }
    if (!(await locator.evaluate(isFocusDrawn))) throw new Error(`Its focus does not show: ${locator}`);
  }

  async function activate(locator: Locator): Promise<void> {
    await walkTo(locator);
    await key('Enter');
  }

  /** In the menu of the row, and in the menu of what does not fit there. */
  async function pressInMenu(name: string | RegExp): Promise<void> {
    await key('m');
    const { wanted } = placesOf(page.locator('body'), name);
    const further = page.getByRole('menuitem', { name: /^\d+ more$/ });
    await shown(page.getByRole('menuitem').first());
    if (!(await wanted.isVisible())) {
      await arrowTo(further);
      await key('ArrowRight');
      await shown(wanted);
    }
    await arrowTo(wanted);
    await key('Enter');
  }

  async function arrowTo(item: Locator): Promise<void> {
    for (let step = 0; !(await isFocused(item)); step += 1) {
      if (step > arrowsAtMost) throw new Error(`The arrows do not lead to ${item}`);
      await key('ArrowDown');
    }
  }

  return {
    async press(name) {
      if (isFromRow) return pressInMenu(name);
      const { wanted, further } = placesOf(page.locator('body'), name);
      await shown(wanted.or(further).first());
      if (await wanted.isVisible()) return activate(wanted);
      await activate(further);
      await arrowTo(await shown(wanted));
      await key('Enter');
    },
    async reach(field) {
      await walkTo(await shown(field));
    },
    async choose(group, option) {
      const radio = group.getByRole('radio', { name: option, exact: true });
      const on = group.getByRole('radio', { checked: true });
      await walkTo((await on.count()) > 0 ? on : group.getByRole('radio').first());
      for (let step = 0; !(await radio.isChecked()); step += 1) {
        if (step > arrowsAtMost) throw new Error(`The arrows do not lead to ${option}`);
        await key(step === 0 && (await on.count()) === 0 ? 'Space' : 'ArrowRight');
      }
    },
    async tick(box) {
      await walkTo(box);
      await key('Space');
    },
    send: activate,
  };
}

/** Every focus is an outline: of the element, or of the box that it fills. */
function isFocusDrawn(element: Element): boolean {
  return [element, element.parentElement].some((one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  });
}
