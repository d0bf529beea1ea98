import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { Menu } from '../../../../../renderer/components/controls/menu.tsx';
import { overlayId } from '../../../../../renderer/components/controls/overlay.ts';
import { Tooltip, TooltipProvider } from '../../../../../renderer/components/controls/tooltip.tsx';

afterEach(() => {
  cleanup();
  document.getElementById(overlayId)?.remove();
});

/** The landmark is drawn last, after every button. */
function addOverlay(): void {
  const overlay = document.createElement('section');
  overlay.id = overlayId;
  document.body.append(overlay);
}

describe('what floats', () => {
  it('is in its landmark also where that came after the button: a menu', async () => {
    render(
      <Menu trigger={<button type="button">More</button>} entries={[{ kind: 'item', label: 'Open', onSelect: () => {} }]} />,
    );
    addOverlay();
    await userEvent.setup().click(screen.getByRole('button', { name: 'More' }));
    expect(screen.getByRole('menu').closest(`#${overlayId}`)).not.toBeNull();
  });

  it('is in its landmark also where that came after the button: a tooltip', async () => {
    render(
      <TooltipProvider delayDuration={0}>
        <Tooltip text="Off until it runs">
          <button type="button">Restart</button>
        </Tooltip>
      </TooltipProvider>,
    );
    addOverlay();
    await act(async () => screen.getByRole('button').focus());
    expect(screen.getByRole('tooltip').closest(`#${overlayId}`)).not.toBeNull();
  });
});
