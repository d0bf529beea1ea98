import type { ServerResponse } from 'node:http';
import { type EventName, eventNames } from '../../preload/contract/schema.ts';
import type { Buoy } from '../core/buoy.ts';
import type { Cancel, Clock } from '../core/ports.ts';
import { writeHead } from './answers.ts';

/** Shorter than the silence after which the page gives the stream up. */
const heartbeatMs = 15_000;
/** A reader that has not taken what was sent within this time is cut off. It comes back and reads the view again. */
const drainMs = 10_000;
/** A reader is also cut off, at once, when this much waits for it. */
const mostWaitingBytes = 32_000_000;
/** Browsers open at most six connections to one host, and every page needs one for calls. */
const mostStreams = 32;

export const eventStreamType = 'text/event-stream; charset=utf-8';

export interface EventStreams {
  /** Turns the answer into an event stream until the page leaves. `false`: there are too many streams, and nothing was sent. */
  open(response: ServerResponse): boolean;
  /** Ends every stream. */
  close(): void;
}

/**
 * Sends the core's events to every open page. Without a page there is no listener, so the core knows that nobody is watching.
 */
export function createEventStreams(buoy: Pick<Buoy, 'on'>, clock: Clock): EventStreams {
  const streams = new Map<ServerResponse, { cancelDrain: Cancel | null }>();
  let ends: Cancel[] = [];
  let cancelHeartbeat: Cancel = () => {};

  function sendAll(text: string): void {
    for (const response of streams.keys()) send(response, text);
  }

  function send(response: ServerResponse, text: string): void {
    const stream = streams.get(response);
    if (!stream || response.write(text)) return;
    if (response.writableLength > mostWaitingBytes) cut(response);
    else stream.cancelDrain ??= clock.after(drainMs, () => cut(response));
  }

  function cut(response: ServerResponse): void {
    forget(response);
    response.destroy();
  }

  function forget(response: ServerResponse): void {
    streams.get(response)?.cancelDrain?.();
    streams.delete(response);
    if (streams.size > 0) return;
    cancelHeartbeat();
    for (const end of ends.splice(0)) end();
  }

  function beat(): void {
    cancelHeartbeat = clock.after(heartbeatMs, () => {
      sendAll(':\n\n');
      if (streams.size > 0) beat();
    });
  }

  function listen<E extends EventName>(event: E): Cancel {
    return buoy.on(event, (payload) => sendAll(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`));
  }

  return {
    open(response) {
      if (streams.size >= mostStreams) return false;
      writeHead(response, 200, { 'content-type': eventStreamType });
      streams.set(response, { cancelDrain: null });
      response.on('drain', () => {
        const stream = streams.get(response);
        stream?.cancelDrain?.();
        if (stream) stream.cancelDrain = null;
      });
      response.on('close', () => forget(response));
      if (streams.size === 1) {
        ends = eventNames.map(listen);
        beat();
      }
      // Says that the listener is in place: events from now on will arrive.
      send(response, ': open\n\n');
      return true;
    },
    close() {
      for (const response of [...streams.keys()]) {
        forget(response);
        response.end();
      }
    },
  };
}
