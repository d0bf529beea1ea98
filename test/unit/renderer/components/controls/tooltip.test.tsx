import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Tooltip, TooltipProvider } from '../../../../../renderer/components/controls/tooltip.tsx';

const restMs = 500;
const skipMs = 200;

const draw = (texts: Record<string, string | null> = { Restart: 'Off until it runs', Stop: 'It is off' }) => {
  const all = (of: Record<string, string | null>) => (
    <TooltipProvider delayDuration={restMs} skipDelayDuration={skipMs}>
      {Object.entries(of).map(([name, text]) => (
        <Tooltip key={name} text={text}>
          <button type="button">{name}</button>
        </Tooltip>
      ))}
    </TooltipProvider>
  );
  const { rerender } = render(all(texts));
  return { again: (of: Record<string, string | null>) => rerender(all(of)) };
};
const control = (name: string) => screen.getByRole('button', { name });
const enter = (name: string, pointerType = 'mouse') => fireEvent.pointerMove(control(name), { pointerType });
const leave = (name: string) => fireEvent.pointerLeave(control(name));
const shown = () => screen.queryAllByRole('tooltip').map(({ textContent }) => textContent);
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

describe('a tooltip', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('is shown when the pointer has rested on its control, and describes it', () => {
    draw();
    enter('Restart');
    pass(restMs - 1);
    expect(shown()).toEqual([]);
    pass(1);
    expect(shown()).toEqual(['Off until it runs']);
    expect(control('Restart').getAttribute('aria-describedby')).toBe(screen.getByRole('tooltip').id);
  });

  it('is not shown when the pointer only passes, or is a finger', () => {
    draw();
    enter('Restart');
    pass(restMs - 1);
    leave('Restart');
    enter('Stop', 'touch');
    pass(restMs * 2);
    expect(shown()).toEqual([]);
  });

  it('is shown at once while that of a neighbour is shown or was shown a moment ago, one at a time', () => {
    draw();
    act(() => control('Restart').focus());
    enter('Stop');
    expect(shown()).toEqual(['It is off']);
    fireEvent.pointerDown(control('Stop'));
    leave('Stop');
    pass(skipMs - 1);
    enter('Restart');
    expect(shown()).toEqual(['Off until it runs']);
    fireEvent.pointerDown(control('Restart'));
    leave('Restart');
    pass(skipMs);
    enter('Stop');
    expect(shown()).toEqual([]);
  });

  it('stays while the pointer is on its way to it over another control', () => {
    draw();
    enter('Restart');
    pass(restMs);
    leave('Restart');
    enter('Stop');
    pass(restMs);
    expect(shown()).toEqual(['Off until it runs']);
    enter('Restart');
    fireEvent.pointerDown(control('Restart'));
    expect(shown()).toEqual([]);
  });

  it('is shown with the focus, but not when a press brought it', () => {
    draw();
    fireEvent.pointerDown(control('Restart'));
    act(() => control('Restart').focus());
    expect(shown()).toEqual([]);
    fireEvent.pointerUp(document);
    act(() => control('Restart').blur());
    act(() => control('Restart').focus());
    expect(shown()).toEqual(['Off until it runs']);
    act(() => control('Restart').blur());
    expect(shown()).toEqual([]);
  });

  it('ends with Esc, and when its control is scrolled away', () => {
    draw();
    act(() => control('Restart').focus());
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(shown()).toEqual([]);
    act(() => control('Stop').focus());
    expect(shown()).toEqual(['It is off']);
    fireEvent.scroll(document);
    expect(shown()).toEqual([]);
  });

  it('leaves the same element in place, with the focus, when it comes or goes', () => {
    const { again } = draw({ Restart: null });
    const before = control('Restart');
    before.focus();
    again({ Restart: 'Off until it runs' });
    expect(control('Restart')).toBe(before);
    expect(document.activeElement).toBe(before);
    again({ Restart: null });
    expect(control('Restart')).toBe(before);
    expect(before.hasAttribute('aria-describedby')).toBe(false);
  });
});
