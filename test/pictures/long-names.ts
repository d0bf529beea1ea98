import type { FullView } from '../../preload/contract/view.ts';
import type { Shot } from './camera.ts';

/** A name as people write them who did not think of lists: without a space, and from right to left in the middle. */
const long = (name: string): string =>
  `${name}-${'immenselylongnameofamachine_'.repeat(4)}\u2068\u05e9\u05e8\u05ea\u2069-${name}`;

/** The view with long names instead of every droplet's and team's, wherever they stand. */
export function withLongNames(view: FullView): FullView {
  const { droplets, connections } = view.tables;
  const names = [...droplets.map(({ name }) => name), ...connections.map(({ teamName }) => teamName)];
  const pattern = new RegExp(
    [...new Set(names)]
      .filter((name) => name !== '')
      .sort((one, other) => other.length - one.length)
      .map((name) => `(?<![\\w-])${name}(?![\\w-])`)
      .join('|'),
    'g',
  );
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(pattern, long);
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner)]));
  };
  return renamed(view) as FullView;
}

const places: readonly [name: string, hash: string][] = [
  ['overview', '#/overview'],
  ['droplets', '#/droplets'],
  ['droplet', '#/droplets/hw:387100409'],
  ['activity', '#/activity'],
  ['notices', '#/activity/notices'],
  ['monitoring', '#/monitoring'],
  ['billing', '#/billing'],
  ['settings', '#/settings'],
  ['tray', '#/tray'],
  ['tray-droplet', '#/tray/hw:387100409'],
];

/** Every place with long names, and a toast and a question with one. */
export const longShots: Shot[] = [
  ...places.map(([name, hash]): Shot => ({ name: `long-${name}`, scene: 'long', hash })),
  {
    name: 'long-toast',
    scene: 'long',
    hash: '#/billing',
    act: async (page) => {
      await page.evaluate((name) => {
        const fake = (window as unknown as { fake: { answerWith: (answer: unknown) => void } }).fake;
        const failure = { kind: 'busy', message: `${name} is busy with another action.`, nextStep: `Wait for ${name}.` };
        const answers: unknown[] = [
          { ok: true, value: { status: 'started', message: `Rebooting ${name}`, actionKeys: ['hw:903'], failures: [] } },
          { ok: false, failure },
        ];
        fake.answerWith(() => answers.shift());
      }, long('web-02'));
      for (let press = 0; press < 2; press += 1) await page.keyboard.press('r');
    },
  },
];
