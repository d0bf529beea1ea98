import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Log } from '../core/ports.ts';
import { keepPrivate } from './private-folder.ts';

const ownerSchema = z.object({
  host: z.enum(['electron', 'web']),
  pid: z.number(),
  /** Where its page is, for a person to find it; `null`: it has a window of its own. */
  address: z.string().nullable(),
});
/** The Buoy that uses a folder. */
export type Owner = z.infer<typeof ownerSchema>;

export interface FolderLockOptions {
  log: Log;
  /** Who holds it, asked whenever another Buoy comes. */
  owner(): Owner;
  /** Another Buoy was started, gave way, and wants this one to be seen. */
  onAsked(): void;
}

export interface FolderLock {
  /** This Buoy is ending: another one that comes waits for it instead of giving way. */
  leave(): void;
  /** For the very end, when nothing is written any more. Safe to call twice. */
  release(): void;
}

/** Either the folder is this Buoy's now, or it is another one's that is alive. */
export type Taken = { lock: FolderLock } | { owner: Owner | null };

/** A Buoy that is ending writes its files within seconds. */
const leavesWithinMs = 10_000;
/** One that does not answer hangs or is held. It is alive all the same, and may go on writing. */
const answersWithinMs = 2000;

/**
 * Makes a folder this Buoy's alone: two that write the same files would lose each other's. The lock is a socket on which the
 * owner answers, so that one whose owner was killed is known at once and taken over, and a number of a process that means
 * another program by now misleads nobody. `owner` in the result: it did not answer what it is. Where there can be no socket,
 * Buoy runs without a lock.
 */
export async function takeFolder(folder: string, options: FolderLockOptions): Promise<Taken> {
  let isLeaving = false;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(`${JSON.stringify({ ...options.owner(), isLeaving })}\n`);
    if (!isLeaving) options.onAsked();
  });
  const untilMs = Date.now() + leavesWithinMs;
  let way: Way | null = null;
  try {
    way = wayTo(folder);
    const { path } = way;
    while (!(await listens(server, path))) {
      const answer = await ask(path);
      if (answer === 'nobody') await removeStale(path);
      else if (answer === 'mute') return { owner: null };
      else if (!answer.isLeaving || Date.now() > untilMs) return { owner: answer };
      else await pause(100);
    }
  } catch (error) {
    options.log.warn(`${folder} is used without a lock: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    way?.forget();
  }
  // The lock alone keeps no process alive.
  server.unref();
  return {
    lock: {
      leave() {
        isLeaving = true;
      },
      release() {
        // The system removes a socket by the way that it was made, and a short way is no longer there.
        if (server.listening && way?.isShort) rmSync(join(folder, socketName), { force: true });
        server.close(() => {});
      },
    },
  };
}

/** The system's limit on macOS is 104 bytes, on Linux 108. */
const longestPath = 100;
const socketName = 'buoy.sock';

/** The path by which the socket is made and found. */
interface Way {
  path: string;
  isShort: boolean;
  /** For when the socket is there: a socket stays where it is, however it was reached. */
  forget(): void;
}

function wayTo(folder: string): Way {
  keepPrivate(folder);
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
    return { path: `\\\\.\\pipe\\buoy-${name}`, isShort: false, forget: () => {} };
  }
  const path = join(folder, socketName);
  return Buffer.byteLength(path) <= longestPath ? { path, isShort: false, forget: () => {} } : shortWayTo(folder);
}

/**
 * A long path is shortened by a link in the temp folder, in a folder that this user alone may enter. The socket itself lies in the
 * settings folder all the same, so that two Buoys whose temp folders differ find each other.
 */
function shortWayTo(folder: string): Way {
  const temporary = [tmpdir(), '/tmp'].find((one) => Buffer.byteLength(one) < longestPath / 2) ?? '/tmp';
  const between = mkdtempSync(join(temporary, 'buoy-lock-'));
  symlinkSync(realpathSync(folder), join(between, 'to'));
  const forget = () => rmSync(between, { recursive: true, force: true });
  return { path: join(between, 'to', socketName), isShort: true, forget };
}

/** `false`: the place is taken. Rejects when there can be no socket. */
function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((settle, fail) => {
    const end = (run: () => void) => {
      server.off('error', onError);
      server.off('listening', onListening);
      run();
    };
    const onListening = () => end(() => settle(true));
    const onError = (error: NodeJS.ErrnoException) => end(() => (error.code === 'EADDRINUSE' ? settle(false) : fail(error)));
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(path);
  });
}

const answerSchema = ownerSchema.extend({ isLeaving: z.boolean() });

/** Asks whoever listens there, which makes it show itself. `mute`: it is there, and does not answer as a Buoy does. */
function ask(path: string): Promise<z.infer<typeof answerSchema> | 'mute' | 'nobody'> {
  return new Promise((settle) => {
    let text = '';
    let isConnected = false;
    const socket = connect(path, () => {
      isConnected = true;
    });
    const timer = setTimeout(() => socket.destroy(), answersWithinMs);
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      text += piece;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      if (!isConnected) return settle('nobody');
      try {
        const answer = answerSchema.safeParse(JSON.parse(text));
        settle(answer.success ? answer.data : 'mute');
      } catch {
        settle('mute');
      }
    });
  });
}

/** Removing a stale socket takes milliseconds. A mark that is older is of one that was killed meanwhile. */
const removesWithinMs = 5000;

/**
 * Removes the socket of a Buoy that was killed. Of several that find it one at a time may, and looks again before it does:
 * otherwise it could remove the new socket of one that was quicker.
 */
async function removeStale(path: string): Promise<void> {
  const mark = `${path}.removing`;
  try {
    mkdirSync(mark);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const since = statSync(mark, { throwIfNoEntry: false });
    if (since && Date.now() - since.mtimeMs > removesWithinMs) rmSync(mark, { recursive: true, force: true });
    return pause(50);
  }
  try {
    if ((await ask(path)) === 'nobody') rmSync(path, { force: true });
  } finally {
    rmSync(mark, { recursive: true, force: true });
  }
}
