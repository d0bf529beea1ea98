import { cleanup, render, screen } from '@testing-library/react';
import { Suspense, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { early } from '../../../../renderer/page/early.tsx';

const Inner = ({ text }: { text: string }) => <p>{text}</p>;
const drawn = (Part: ReturnType<typeof early<{ text: string }>>) => (
  <Suspense fallback="waiting">
    <Part text="there" />
  </Suspense>
);

afterEach(cleanup);

describe('a component in a file of its own', () => {
  it('is drawn at once where it was fetched before', async () => {
    const Part = early(async () => Inner);
    await Part.fetch();
    render(drawn(Part));
    expect(screen.getByText('there')).toBeTruthy();
  });

  it('is fetched when it is drawn, and keeps its state when it is drawn again', async () => {
    const Counter = ({ text }: { text: string }) => {
      const [count] = useState(() => Math.random());
      return <p>{`${text} ${count}`}</p>;
    };
    const Part = early(async () => Counter);
    const { rerender } = render(drawn(Part));
    expect(screen.getByText('waiting')).toBeTruthy();
    const before = (await screen.findByText(/^there/)).textContent;
    rerender(drawn(Part));
    expect(screen.getByText(/^there/).textContent).toBe(before);
  });

  it('is fetched once, and again only after a failure', async () => {
    let times = 0;
    const Part = early(async () => {
      times += 1;
      if (times === 1) throw new Error('no network');
      return Inner;
    });
    await expect(Part.fetch()).rejects.toThrow('no network');
    await Promise.all([Part.fetch(), Part.fetch()]);
    expect(times).toBe(2);
  });
});
