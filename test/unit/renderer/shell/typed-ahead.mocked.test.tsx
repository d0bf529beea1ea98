import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../../renderer/screens/overview/overview-screen.tsx';
import { App } from '../../../../renderer/shell/app.tsx';
import { paletteWords } from '../../../../renderer/words/palette.ts';
import { drawPage } from '../draw-page.tsx';

/** The palette's code arrives when the test says so, as on a slow disk. */
const gate = vi.hoisted(() => ({ open: () => {}, arrived: Promise.resolve() }));
vi.mock('../../../../renderer/palette/palette.tsx', async (original) => {
  await gate.arrived;
  return original();
});

describe('keys that are typed right after Ctrl K', () => {
  beforeEach(() => {
    gate.arrived = new Promise((resolve) => {
      gate.open = resolve;
    });
  });

  it('are in the field once the palette is there, and do nothing else meanwhile', async () => {
    const { bridge, page } = await drawPage(<App />, { hash: '#/overview' });
    const user = userEvent.setup();
    await user.keyboard('{Control>}k{/Control}redX{Backspace} worker/?{Enter}');
    expect(screen.queryByPlaceholderText(paletteWords.placeholder)).toBeNull();
    await act(async () => gate.open());
    const field = (await screen.findByPlaceholderText(paletteWords.placeholder)) as HTMLInputElement;
    expect(field.value).toBe('red worker/?');
    expect(field).toBe(document.activeElement);
    await user.keyboard('!');
    expect(field.value).toBe('red worker/?!');
    // R refreshes and Enter presses what has the focus, elsewhere.
    expect(bridge.calls.filter(({ name }) => name === 'runCommand')).toEqual([]);
    expect(page.router.hash()).toBe('#/overview');
    // Its code is there now, and a palette that is opened again is empty.
    fireEvent.keyDown(field, { key: 'Escape' });
    fireEvent(document.querySelector('dialog') as HTMLElement, new Event('cancel', { cancelable: true }));
    await user.keyboard('{Control>}k{/Control}web');
    expect((screen.getByPlaceholderText(paletteWords.placeholder) as HTMLInputElement).value).toBe('web');
  });
});
