import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createBroker } from 'dbus-native';

/** A session bus of its own. */
export interface BusDouble {
  /** As `DBUS_SESSION_BUS_ADDRESS` has it. */
  address: string;
  /** Ends it, and with it every connection. */
  stop(): Promise<void>;
}

/** Windows has named pipes where other systems have sockets in folders. Read once: the stand-in changes the platform. */
const isOnWindows = process.platform === 'win32';
const socketIn = (folder: string): string =>
  isOnWindows ? `\\\\.\\pipe\\buoy-${randomUUID()}` : join(folder, `bus-${randomUUID()}`);
const addressOf = (socket: string): string => `unix:path=${encodeURI(socket)}`;

/** A bus that passes messages on between its programs, without `dbus-daemon`. */
export async function startBus(folder: string): Promise<BusDouble> {
  const socket = socketIn(folder);
  const broker = createBroker();
  await new Promise<void>((listening) => broker.listen({ socket }, () => listening()));
  return { address: addressOf(socket), stop: () => new Promise((stopped) => broker.close(() => stopped())) };
}

/** A bus that takes connections and never says a word. `connections` counts those that are open. */
export async function startMuteBus(folder: string): Promise<BusDouble & { connections(): number }> {
  const socket = socketIn(folder);
  const open = new Set<Socket>();
  const server = createServer((connection) => {
    open.add(connection);
    // Without reading it would not notice that the other side has gone.
    connection
      .on('error', () => {})
      .on('close', () => open.delete(connection))
      .resume();
  });
  server.listen(socket);
  await once(server, 'listening');
  return {
    address: addressOf(socket),
    connections: () => open.size,
    async stop() {
      for (const connection of open) connection.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
