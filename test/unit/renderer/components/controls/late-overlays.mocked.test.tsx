import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const controls = '../../../../../renderer/components/controls';

interface Late {
  Menu: typeof import('../../../../../renderer/components/controls/menu.tsx').Menu;
  MenuAt: typeof import('../../../../../renderer/components/controls/menu.tsx').MenuAt;
  Tooltip: typeof import('../../../../../renderer/components/controls/tooltip.tsx').Tooltip;
  TooltipProvider: typeof import('../../../../../renderer/components/controls/tooltip.tsx').TooltipProvider;
}

/** Menus and tooltips as a page has them that just came. What draws them is there once `arrive` is called. */
let late: Late;
let arrive: () => Promise<void>;

beforeEach(async () => {
  const gate = Promise.withResolvers<void>();
  vi.resetModules();
  for (const name of ['open-menu.tsx', 'open-tooltip.tsx'])
    vi.doMock(`${controls}/${name}`, async (importOriginal) => {
      await gate.promise;
      return importOriginal<object>();
    });
  late = { ...(await import(`${controls}/menu.tsx`)), ...(await import(`${controls}/tooltip.tsx`)) };
  arrive = () => act(async () => gate.resolve());
  return () => {
    cleanup();
    vi.doUnmock(`${controls}/open-menu.tsx`);
    vi.doUnmock(`${controls}/open-tooltip.tsx`);
  };
});

const drawMenu = (onSelect: (label: string) => void = () => {}) => {
  const { Menu } = late;
  const lines = ['Alpha', 'Beta', 'Gamma'].map((label) => ({
    kind: 'item' as const,
    label,
    onSelect: () => onSelect(label),
  }));
  render(
    <>
      <Menu trigger={<button type="button">More</button>} entries={lines} />
      <button type="button">Elsewhere</button>
    </>,
  );
  return { button: screen.getByRole('button', { name: 'More' }), user: userEvent.setup() };
};

const lineNamed = (name: string) => screen.findByRole('menuitem', { name });
const isExpanded = (button: HTMLElement) => button.getAttribute('aria-expanded');

describe('a menu that is opened before its code is there', () => {
  it('is drawn when the code comes, and a key that opened it has its first line', async () => {
    const { button, user } = drawMenu();
    button.focus();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(isExpanded(button)).toBe('true');
    await arrive();
    const first = await lineNamed('Alpha');
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(screen.getByRole('menu', { name: 'More' }).id).toBe(button.getAttribute('aria-controls'));
  });

  it('opened by a pointer, has the focus itself', async () => {
    const { button, user } = drawMenu();
    await user.click(button);
    await arrive();
    const menu = await screen.findByRole('menu');
    await waitFor(() => expect(document.activeElement).toBe(menu));
  });

  it('keeps the keys that go from line to line, each once', async () => {
    const { button, user } = drawMenu();
    button.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    await arrive();
    const second = await lineNamed('Beta');
    await waitFor(() => expect(document.activeElement).toBe(second));
  });

  it('keeps letters, which search', async () => {
    const { button, user } = drawMenu();
    button.focus();
    await user.keyboard('{Enter}g');
    await arrive();
    const third = await lineNamed('Gamma');
    await waitFor(() => expect(document.activeElement).toBe(third));
  });

  it('neither closes nor chooses when the key that opened it is pressed again', async () => {
    const chosen = vi.fn();
    const { button, user } = drawMenu(chosen);
    button.focus();
    await user.keyboard('{Enter}{Enter} ');
    expect(isExpanded(button)).toBe('true');
    await arrive();
    expect((await screen.findAllByRole('menu')).length).toBe(1);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Alpha'));
    expect(chosen).not.toHaveBeenCalled();
  });

  it('does not come any more after Esc, and the focus stays', async () => {
    const { button, user } = drawMenu();
    button.focus();
    await user.keyboard('{Enter}{Escape}');
    expect(isExpanded(button)).toBe('false');
    await arrive();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
    await user.keyboard('{Enter}');
    expect(await lineNamed('Alpha')).toBeTruthy();
  });

  it.each(['More', 'Elsewhere'])('does not come any more after a press on "%s"', async (name) => {
    const { button, user } = drawMenu();
    await user.click(button);
    expect(isExpanded(button)).toBe('true');
    await user.click(screen.getByRole('button', { name }));
    expect(isExpanded(button)).toBe('false');
    await arrive();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('gives the focus back to the same button before the chosen line runs', async () => {
    let focused: Element | null = null;
    const { button, user } = drawMenu(() => {
      focused = document.activeElement;
    });
    button.focus();
    await user.keyboard('{Enter}');
    await arrive();
    await lineNamed('Alpha');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Alpha'));
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(focused).toBe(button));
    expect(screen.getByRole('button', { name: 'More' })).toBe(button);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('is drawn in one go once the code is there', async () => {
    const { button, user } = drawMenu();
    await user.hover(button);
    await arrive();
    await waitFor(() => {
      fireEvent.keyDown(button, { key: 'Enter' });
      expect(screen.getByRole('menu')).toBeTruthy();
    });
  });

  it('at a point, gives itself up with Esc', async () => {
    const { MenuAt } = late;
    const onClose = vi.fn();
    render(<MenuAt label="Row" at={{ x: 5, y: 5 }} entries={[{ kind: 'heading', label: 'Row' }]} onClose={onClose} />);
    await userEvent.setup().keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('a tooltip that is asked for before its code is there', () => {
  const draw = () => {
    const { Tooltip, TooltipProvider } = late;
    render(
      <TooltipProvider delayDuration={0}>
        <Tooltip text="Off until it runs">
          <button type="button">Restart</button>
        </Tooltip>
      </TooltipProvider>,
    );
    return screen.getByRole('button');
  };

  it('is shown when the code comes, and the control keeps the focus', async () => {
    const control = draw();
    act(() => control.focus());
    expect(screen.queryByRole('tooltip')).toBeNull();
    await arrive();
    const tooltip = await screen.findByRole('tooltip');
    expect(control.getAttribute('aria-describedby')).toBe(tooltip.id);
    expect(document.activeElement).toBe(control);
  });

  it('is not shown any more after the pointer has left', async () => {
    const control = draw();
    const user = userEvent.setup();
    await user.hover(control);
    await waitFor(() => expect(control.hasAttribute('aria-describedby')).toBe(true));
    await user.unhover(control);
    expect(control.hasAttribute('aria-describedby')).toBe(false);
    await arrive();
    expect(screen.queryByRole('tooltip')).toBeNull();
  });
});
