import { describe, expect, it } from 'vitest';
import { createComingToasts } from '../../../../renderer/page/coming-toasts.ts';
import { ToastStore } from '../../../../renderer/page/toasts.ts';

const make = () => {
  const timers = new Map<number, { ms: number; run: () => void }>();
  let last = 0;
  let nowMs = 0;
  const store = new ToastStore(
    (ms, run) => {
      const id = ++last;
      timers.set(id, { ms, run });
      return () => timers.delete(id);
    },
    () => nowMs,
  );
  const wait = (ms: number) => {
    nowMs += ms;
  };
  return { store, timers, wait, titles: () => store.list().map((toast) => toast.title) };
};

describe('ToastStore', () => {
  it('removes a done toast after five seconds, and keeps running and failed ones', () => {
    const { store, timers, titles } = make();
    store.show({ tone: 'running', title: 'running' });
    store.show({ tone: 'failed', title: 'failed' });
    store.show({ tone: 'done', title: 'done' });
    expect([...timers.values()].map((timer) => timer.ms)).toEqual([5000]);
    for (const timer of timers.values()) timer.run();
    expect(titles()).toEqual(['running', 'failed']);
  });

  it('starts to count once a running toast is done', () => {
    const { store, timers } = make();
    const id = store.show({ tone: 'running', title: 'a' });
    expect(timers.size).toBe(0);
    store.update(id, { tone: 'done' });
    expect(timers.size).toBe(1);
  });

  it('shows at most three, and removes the least important of the older ones', () => {
    const { store, titles } = make();
    store.show({ tone: 'failed', title: 'failed' });
    store.show({ tone: 'done', title: 'done' });
    store.show({ tone: 'running', title: 'running' });
    store.show({ tone: 'plain', title: 'copied' });
    expect(titles()).toEqual(['failed', 'running', 'copied']);
  });

  it('drops the oldest if all are equally important', () => {
    const { store, titles } = make();
    for (const title of ['1', '2', '3', '4']) store.show({ tone: 'failed', title });
    expect(titles()).toEqual(['2', '3', '4']);
  });

  it('counts as read once the person is where it leads', () => {
    const { store, titles } = make();
    store.show({ tone: 'failed', title: 'a', link: { label: 'Details', hash: '#/activity/c:1' } });
    store.show({ tone: 'failed', title: 'b', link: { label: 'Details', hash: '#/activity/c:2' } });
    store.dismissRead('#/activity/c:1');
    expect(titles()).toEqual(['b']);
  });

  it('counts as read on another view if it leads nowhere and was there for eight seconds', () => {
    const { store, titles, wait } = make();
    store.show({ tone: 'failed', title: 'old' });
    store.show({ tone: 'running', title: 'runs' });
    wait(8000);
    store.show({ tone: 'failed', title: 'new' });
    store.dismissRead('#/droplets');
    expect(titles()).toEqual(['runs', 'new']);
  });

  it('does nothing for a toast that was dismissed', () => {
    const { store, titles } = make();
    const id = store.show({ tone: 'running', title: 'a' });
    store.dismiss(id);
    store.update(id, { tone: 'done', title: 'b' });
    expect(titles()).toEqual([]);
  });
});

describe('what is coming up', () => {
  const toastOf = (title: string) => ({ title, detail: null, link: { label: 'Show', hash: '#/somewhere' }, endsBy: null });

  it('is one toast however many things there are, which leads to all of them and begins anew after it left', () => {
    const { store } = make();
    const show = createComingToasts(store);
    for (const title of ['one ends', 'two ends']) show(toastOf(title));
    expect(store.list()).toMatchObject([
      { title: '2 things are coming up', detail: 'one ends; two ends', link: { hash: '#/coming-up' } },
    ]);
    for (const title of ['three ends', 'four ends']) show(toastOf(title));
    expect(store.list()).toMatchObject([{ tone: 'warn', detail: 'one ends; two ends, and 2 more' }]);
    store.dismiss(store.list()[0]?.id ?? '');
    show(toastOf('five ends'));
    expect(store.list()).toMatchObject([{ title: 'five ends', link: { hash: '#/somewhere' } }]);
  });
});
