import type { Locator } from '@playwright/test';

const soonMs = 8_000;
const lookEveryMs = 15;

/** Waits until it shows. Looks more often than a locator does by itself, which would add up over forty jobs. */
export async function shown(locator: Locator): Promise<Locator> {
  for (const endMs = performance.now() + soonMs; performance.now() < endMs; await pause())
    if (await locator.isVisible()) return locator;
  throw new Error(`Not to be seen within ${soonMs / 1000} s: ${locator}`);
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, lookEveryMs));

export const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/** Where jobs stand: the panel of a thing, above a list, what is selected, a result with its link, or an open menu. */
export function placesOf(locator: Locator, name: string | RegExp): { wanted: Locator; further: Locator } {
  const named = typeof name === 'string' ? { name, exact: true } : { name };
  const place = locator
    .getByRole('region', { name: /^(Details of|Droplet |Results)/ })
    .or(locator.locator('.list-side .filters'))
    .or(locator.getByRole('toolbar', { name: /^Selected/ }));
  const wanted = place.getByRole('button', named).or(place.getByRole('link', named)).or(locator.getByRole('menuitem', named));
  return { wanted: wanted.first(), further: place.getByRole('button', { name: /^\d+ more$/ }) };
}
