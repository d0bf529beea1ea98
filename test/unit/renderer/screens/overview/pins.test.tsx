// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Pins } from '../../../../../renderer/screens/overview/pins.tsx';
import { inventedSettings } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const draw = async (teamId: string | null = null) => {
  const { bridge, page } = await drawPage(<Pins teamId={teamId} />);
  const moves = () => bridge.calls.flatMap((call) => (call.name === 'runCommand' ? [call.args] : []));
  return { bridge, page, moves, user: userEvent.setup() };
};
const names = () =>
  within(screen.getByRole('region', { name: 'Pinned' }))
    .getAllByRole('link')
    .map((link) => link.textContent);

describe('the pins of the overview', () => {
  it('are in the person’s own order', async () => {
    const { bridge } = await draw();
    expect(names()).toEqual(['build-runner-02', 'web-01', 'blog']);
    const settings = { ...inventedSettings(), pinned: ['me:387300100', 'hw:387100409'] };
    act(() => bridge.patch({ singles: { settings } }));
    expect(names()).toEqual(['blog', 'web-01']);
  });

  it('move with Alt and an arrow, which is told to screen readers', async () => {
    const { user, page, moves } = await draw();
    act(() => screen.getByRole('link', { name: 'web-01' }).focus());
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(page.announcer.said().polite).toBe('web-01 is now 1 of 3');
    expect(moves()).toEqual([{ command: { kind: 'move-pin', key: 'hw:387100409', place: 0 } }]);
  });

  it('move by their menu, which offers only what is possible', async () => {
    const { user, moves } = await draw();
    await user.click(screen.getByRole('button', { name: 'Move or unpin build-runner-02' }));
    expect(screen.getAllByRole('menuitem').map((line) => line.textContent)).toEqual(['Move rightAlt→', 'Unpin from the tray']);
    await user.click(screen.getByRole('menuitem', { name: /^Move right/ }));
    expect(moves()).toEqual([{ command: { kind: 'move-pin', key: 'hw:387100403', place: 1 } }]);
  });

  it('pass over the pins of other teams', async () => {
    const { user, moves } = await draw('hw');
    expect(names()).toEqual(['build-runner-02', 'web-01']);
    act(() => screen.getByRole('link', { name: 'web-01' }).focus());
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(moves()).toEqual([]);
  });
});
