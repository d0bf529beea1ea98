import type { Channel } from '../ipc/channel.ts';
import type { PageDriver, PageSink } from './page-driver.ts';

/**
 * Pages that Chromium draws in the process that started this one. Requests to a page and its messages travel in one order.
 * `sinkCalls` answers the messages.
 */
export function createRemotePages(
  channel: () => Channel,
): PageDriver & { fromPage(id: number, name: string, args: unknown[]): unknown } {
  const sinks = new Map<number, PageSink>();
  // A page that is gone by then has nothing to say; launch itself reports what matters.
  const tell = (name: string, ...args: unknown[]) =>
    void channel()
      .call(name, ...args)
      .catch(() => {});
  return {
    open(spec, sink) {
      const { id } = spec;
      sinks.set(id, sink);
      tell('page.open', spec);
      return {
        load: (url) => channel().call('page.load', id, url) as Promise<string | null>,
        send: (name, payload) => tell('page.send', id, name, payload),
        reply: (callId, reply) => tell('page.reply', id, callId, reply),
        resize: (width, height) => tell('page.resize', id, width, height),
        crash: () => tell('page.crash', id),
        close() {
          tell('page.close', id);
          sinks.delete(id);
        },
      };
    },
    fromPage(id, name, args) {
      const sink = sinks.get(id);
      if (sink === undefined) return null;
      return (sink[name as keyof PageSink] as (...given: unknown[]) => unknown)(...args);
    },
  };
}
