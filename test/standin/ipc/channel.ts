/** Calls in both directions over a pair of pipes that carry plain messages in order. */
export type ChannelMessage =
  | { kind: 'call'; seq: number; name: string; args: unknown[] }
  | { kind: 'answer'; seq: number; ok: true; value: unknown }
  | { kind: 'answer'; seq: number; ok: false; message: string };

export interface Channel {
  /** Rejects with the other side's message, or if the channel closes first. */
  call(name: string, ...args: unknown[]): Promise<unknown>;
  receive(message: ChannelMessage): void;
  close(reason: string): void;
}

export function createChannel(
  send: (message: ChannelMessage) => void,
  handle: (name: string, args: unknown[]) => unknown,
): Channel {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let nextSeq = 1;
  let closedFor: string | null = null;

  async function serve(message: ChannelMessage & { kind: 'call' }): Promise<void> {
    const { seq } = message;
    try {
      const value = await handle(message.name, message.args);
      send({ kind: 'answer', seq, ok: true, value });
    } catch (error) {
      send({ kind: 'answer', seq, ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }

  return {
    call(name, ...args) {
      if (closedFor !== null) return Promise.reject(new Error(`${name}: ${closedFor}`));
      const seq = nextSeq++;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(seq, answer);
      send({ kind: 'call', seq, name, args });
      return answer.promise;
    },
    receive(message) {
      if (message.kind === 'call') {
        void serve(message);
        return;
      }
      const answer = waiting.get(message.seq);
      waiting.delete(message.seq);
      if (message.ok) answer?.resolve(message.value);
      else answer?.reject(new Error(message.message));
    },
    close(reason) {
      closedFor = reason;
      for (const answer of waiting.values()) answer.reject(new Error(reason));
      waiting.clear();
    },
  };
}
