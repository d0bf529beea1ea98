import {
  type OpenSocket,
  type SocketMessage,
  SocketRefused,
  type SocketRequest,
  type Sockets,
} from '../../../main/core/digitalocean/socket-port.ts';
import { TransportError } from '../../../main/core/digitalocean/transport-port.ts';

/** A socket that a test speaks through. */
export interface MemorySocket {
  request: SocketRequest;
  say(message: SocketMessage): void;
  /** Says goodbye, as a server does that has no more. */
  end(): void;
  /** Breaks off. */
  break(reason?: TransportError['reason']): void;
  isLeft(): boolean;
}

/** What becomes of the next attempts to open one, in order; after that each opens. */
export type Opening = { refuse: number } | { fail: TransportError['reason'] } | 'never';

export interface MemorySockets extends Sockets {
  /** Every attempt. */
  requests: SocketRequest[];
  /** Those that were opened. */
  open_: MemorySocket[];
  next: Opening[];
  isClosed: boolean;
  latest(): MemorySocket;
}

/** Sockets without a network. Like real ones, they end by their signal. */
export function createMemorySockets(): MemorySockets {
  const requests: SocketRequest[] = [];
  const opened: MemorySocket[] = [];
  const next: Opening[] = [];
  const never = (signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new TransportError('aborted', true, 'aborted')), { once: true });
    });
  const sockets: MemorySockets = {
    requests,
    open_: opened,
    next,
    isClosed: false,
    latest() {
      const last = opened.at(-1);
      if (!last) throw new Error('No socket was opened');
      return last;
    },
    async open(request): Promise<OpenSocket> {
      requests.push(request);
      const opening = next.shift();
      if (opening === 'never') return never(request.signal);
      if (opening && 'refuse' in opening) throw new SocketRefused(opening.refuse);
      if (opening) throw new TransportError(opening.fail, false, opening.fail);
      const { socket, messages } = speakThrough(request);
      opened.push(socket);
      return { messages };
    },
    close() {
      sockets.isClosed = true;
      return Promise.resolve();
    },
  };
  return sockets;
}

type Ending = { error: TransportError | null };

function speakThrough(request: SocketRequest): { socket: MemorySocket; messages: AsyncIterable<SocketMessage> } {
  const waiting: SocketMessage[] = [];
  let ending: Ending | null = null;
  let isLeft = false;
  let wake: () => void = () => {};
  const end = (error: TransportError | null) => {
    ending ??= { error };
    wake();
  };
  request.signal.addEventListener('abort', () => end(new TransportError('aborted', true, 'aborted')), { once: true });
  async function* messages(): AsyncGenerator<SocketMessage> {
    try {
      for (;;) {
        const message = waiting.shift();
        if (message !== undefined) yield message;
        else if (ending as Ending | null) break;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
      const { error } = ending ?? { error: null };
      if (error) throw error;
    } finally {
      isLeft = true;
    }
  }
  return {
    socket: {
      request,
      say(message) {
        waiting.push(message);
        wake();
      },
      end: () => end(null),
      break: (reason = 'cut') => end(new TransportError(reason, true, reason)),
      isLeft: () => isLeft,
    },
    messages: messages(),
  };
}
