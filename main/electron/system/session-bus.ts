import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Message } from 'dbus-native';
import type { Log } from '../../core/ports.ts';

/**
 * The session's message bus (D-Bus), over which the programs of a Linux desktop talk to each other. Buoy asks and listens
 * there; it offers nothing.
 */
export interface SessionBus {
  /** Resolves to a property of another program, which is not started for that; `undefined`: it has none. Rejects without an answer. */
  readProperty(owner: ObjectOnBus, name: string): Promise<unknown>;
  /** Hears the signals that fit one of the match rules, from now on. Call it once. Rejects when the bus does not answer. */
  hear(rules: readonly string[], listener: (signal: Message) => void): Promise<void>;
  /** Resolves when the connection has ended, by either side. */
  ended: Promise<void>;
}

/** An object of a program on the bus, with one of its interfaces. */
export interface ObjectOnBus {
  busName: string;
  path: string;
  interface: string;
}

/** As the library of D-Bus itself: a busy program may take its time. */
const answerWithinMs = 25_000;
/** The most that Buoy reads is a short list of names. */
const largestMessage = 1024 * 1024;
/** Asking must not start a program. */
const noAutoStart = 2;
const signalType = 4;

/**
 * Connects to the session's bus; `null`: there is none. Only a socket on this machine is used: an address may also name
 * another machine, or a program to run. Rejects when the bus is not there or does not let Buoy in. `leave` ends the connection,
 * and the attempt to make one.
 */
export async function connectToSessionBus(
  env: Record<string, string | undefined>,
  log: Log,
  leave: AbortSignal,
): Promise<SessionBus | null> {
  const path = socketPath(env);
  if (path === null) return null;
  const { createClient } = await import('dbus-native');
  leave.throwIfAborted();
  const socket = connect(path);
  leave.addEventListener('abort', () => socket.destroy(), { once: true });
  const end = Promise.withResolvers<never>();
  // A bus that ends is not an error of its own: calls that wait for it fail by themselves.
  end.promise.catch(() => {});
  // `direct`: the greeting is sent below. The library throws where nobody can catch it when its own is not answered.
  const bus = createClient({ stream: socket, direct: true, timeout: answerWithinMs, maxMessageSize: largestMessage });
  bus.connection.on('error', (error) => end.reject(error));
  bus.connection.on('close', () => end.reject(new Error('The session bus is gone')));
  bus.connection.on('handlerError', (error) => log.warn(`A message of the session bus was not understood: ${error.message}`));

  const whileThere = <T>(answer: PromiseLike<T>): Promise<T> => Promise.race([answer, end.promise]);
  try {
    await whileThere(bus.invokeDbus({ member: 'Hello' }));
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return {
    async readProperty(owner, name) {
      const call: Message = {
        destination: owner.busName,
        path: owner.path,
        interface: 'org.freedesktop.DBus.Properties',
        member: 'Get',
        signature: 'ss',
        body: [owner.interface, name],
        flags: noAutoStart,
      };
      try {
        return await whileThere(bus.invoke<unknown>(call));
      } catch (error) {
        if (isAnswer(error)) return undefined;
        throw error;
      }
    },
    async hear(rules, listener) {
      bus.connection.on('message', (message) => {
        if (message.type === signalType) listener(message);
      });
      for (const rule of rules) await whileThere(bus.addMatch(rule));
    },
    ended: end.promise.catch(() => {}),
  };
}

/** Another program's error has the message that brought it. The library's own, such as a time-out, have none. */
const isAnswer = (error: unknown): boolean => error instanceof Error && 'reply' in error && error.reply !== undefined;

/** Where the bus listens, by the D-Bus specification ("Server Addresses"); `null`: nowhere that Buoy would go. */
export function socketPath(env: Record<string, string | undefined>): string | null {
  const given = env.DBUS_SESSION_BUS_ADDRESS ?? '';
  if (given === '') {
    // The place that systemd uses, which libraries try first too.
    const standard = env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, 'bus') : null;
    return standard !== null && existsSync(standard) ? standard : null;
  }
  for (const address of given.split(';')) {
    if (!address.startsWith('unix:')) continue;
    const values = new Map(
      address
        .slice('unix:'.length)
        .split(',')
        .map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]),
    );
    const path = values.get('path');
    if (path !== undefined) return path;
    const abstract = values.get('abstract');
    if (abstract !== undefined) return `\0${abstract}`;
  }
  return null;
}
