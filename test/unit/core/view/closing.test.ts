import { describe, expect, it } from 'vitest';
import { type Closing, closingOf } from '../../../../main/core/view/closing.ts';
import { type Settings, settingsSchema } from '../../../../preload/contract/settings.ts';

const settings = (closing: Settings['withoutTray']['closing']): Settings => settingsSchema.parse({ withoutTray: { closing } });

describe('closing the window', () => {
  it.each<[Settings['withoutTray']['closing'], Closing]>([
    ['ask', 'ask'],
    ['quit', 'quit'],
    ['stay', 'hide'],
  ])('without a tray does what the person chose: %s', (closing, expected) => {
    expect(closingOf({ isTrayShown: false, settings: settings(closing) })).toBe(expected);
  });

  it.each(['ask', 'quit', 'stay'] as const)('hides it where a tray is, whatever was chosen: %s', (closing) => {
    expect(closingOf({ isTrayShown: true, settings: settings(closing) })).toBe('hide');
  });

  it('asks at first', () => {
    expect(closingOf({ isTrayShown: false, settings: settingsSchema.parse({}) })).toBe('ask');
  });
});
