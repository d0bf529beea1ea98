import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { useHeldFocus } from '../../../../renderer/hooks/use-held-focus.ts';

const Panel = ({ buttons }: { buttons: readonly string[] }) => {
  const ref = useRef<HTMLElement>(null);
  useHeldFocus(ref, () => ref.current?.focus());
  return (
    <>
      <section ref={ref} tabIndex={-1} aria-label="panel">
        {buttons.map((name) => (
          <button key={name} type="button">
            {name}
          </button>
        ))}
      </section>
      <input aria-label="elsewhere" />
    </>
  );
};
const focus = (name: string) => act(async () => screen.getByRole('button', { name }).focus());

afterEach(cleanup);

describe('the focus inside of a panel', () => {
  it('goes to the panel when the button that has it is taken away', async () => {
    const { rerender } = render(<Panel buttons={['Attach', 'Grow']} />);
    await focus('Attach');
    rerender(<Panel buttons={['Detach', 'Grow']} />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region')));
  });

  it('stays where a person went meanwhile', async () => {
    const { rerender } = render(<Panel buttons={['Attach']} />);
    await focus('Attach');
    await act(async () => screen.getByRole('textbox').focus());
    rerender(<Panel buttons={['Detach']} />);
    await act(async () => {});
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    await act(async () => screen.getByRole('textbox').blur());
    rerender(<Panel buttons={['Move']} />);
    await act(async () => {});
    expect(document.activeElement).toBe(document.body);
  });
});
