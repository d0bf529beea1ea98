import { axeViolations } from '../../doubles/web/axe-violations.ts';
import type { Hand } from './hand.ts';
import { handOf } from './hand.ts';
import { expect, test } from './seat.ts';
import { shown } from './shown.ts';
import { type Name, named } from './things.ts';

interface Surface {
  what: string;
  of: Name;
  open(hand: Hand): Promise<unknown>;
  /** Looked at alone, since nothing else can be used meanwhile. */
  isDialog?: true;
}

/** What jobs are done on, and every kind of dialog that they ask in. */
const surfaces: readonly Surface[] = [
  {
    what: 'a panel with jobs and the menu of those without a button',
    of: 'db-main',
    async open({ page }) {
      await (await shown(page.getByRole('button', { name: /^\d+ more$/ }))).click();
      await shown(page.getByRole('menu'));
    },
  },
  {
    what: 'the menu of a row',
    of: 'web-assets',
    async open({ page }) {
      await (await shown(page.getByRole('row').filter({ hasText: 'old-uploads' }))).click({ button: 'right' });
      await shown(page.getByRole('menu'));
    },
  },
  { what: 'a choice and a text', of: 'public-web', isDialog: true, open: (hand) => hand.press('Open port…') },
  { what: 'several of many', of: 'shop-front', isDialog: true, open: (hand) => hand.press('Take out droplets…') },
  { what: 'a number', of: 'web-assets', isDialog: true, open: (hand) => hand.press('Grow…') },
  { what: 'ticks', of: 'web-02', isDialog: true, open: (hand) => hand.press(/^Resize/) },
  {
    what: 'a table with a row that goes and one that is wrong',
    of: 'storefront',
    isDialog: true,
    async open(hand) {
      await hand.press('Edit variables…');
      await (await shown(hand.page.getByRole('button', { name: 'Take PUBLIC_URL away' }))).click();
      await hand.add('Add variable to web');
      await hand.write('Name', '2FAST');
      await hand.send('Save and deploy');
      await shown(hand.page.getByText('Name: letters, digits and _ only, and no digit first.'));
    },
  },
  { what: 'a name to type', of: 'lab', isDialog: true, open: (hand) => hand.press('Destroy…') },
  {
    what: 'a secret that is told once',
    of: 'shop',
    isDialog: true,
    async open(hand) {
      await hand.press('Rotate password…');
      await hand.send('Rotate');
      await shown(hand.page.getByRole('dialog', { name: /^New password/ }));
    },
  },
];

const looks = [
  { size: { width: 1200, height: 800 }, colorScheme: 'light' },
  { size: { width: 420, height: 640 }, colorScheme: 'dark' },
] as const;

for (const { what, of, open, isDialog = false } of surfaces) {
  test(`axe finds nothing on ${what}, wide in light and narrow in dark`, async ({ seat }) => {
    const { page } = seat;
    await page.setViewportSize(looks[0].size);
    await seat.open(named(of));
    await open(handOf(page, 'pointer'));
    if (isDialog) await shown(page.getByRole('dialog'));
    for (const { size, colorScheme } of looks) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      expect(
        await axeViolations(page, isDialog ? { inside: 'dialog[open]' } : {}),
        `${size.width} × ${size.height}, ${colorScheme}`,
      ).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(looks[0].size);
  });
}
