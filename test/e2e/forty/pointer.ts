import { isFocused, placesOf, shown } from './shown.ts';
import type { Counted, Touch } from './touch.ts';

/** A pointer for what is pressed, a keyboard for what is typed. */
export function pointerHand({ page, click }: Counted): Touch {
  return {
    async press(name) {
      const { wanted, further } = placesOf(page.locator('body'), name);
      await shown(wanted.or(further).first());
      if (!(await wanted.isVisible())) await click(further);
      await click(await shown(wanted));
    },
    async reach(field) {
      await shown(field);
      if (!(await isFocused(field))) await click(field);
    },
    choose: (group, option) => click(group.getByText(option, { exact: true })),
    tick: click,
    send: click,
  };
}
