import './contract/interpreted.ts';

import type { Bridge } from './contract/bridge.ts';
import { bridgeWords } from './contract/bridge-words.ts';
import { deriveBridge } from './contract/derive.ts';
import { failed, success } from './contract/failure.ts';
import { passHeader } from './contract/host-proof.ts';
import type { CallName, EventName } from './contract/schema.ts';
import type { ViewPatch } from './contract/view.ts';
import { openWebSession, post } from './web-session.ts';

/*
 * The bridge to the web host: calls are POST requests, events come as one stream of server-sent events. The stream is read by
 * hand, because the browser's own reader cannot send the session's header. This runs before the page's first script.
 */

declare global {
  interface Window {
    /** Read by libraries that make style elements, so that the page's policy allows those. */
    __webpack_nonce__?: string;
  }
}

/** The host sends something every 15 s. After this much silence the stream is dead, even if the system has not noticed. */
const silenceMs = 40_000;
const firstRetryMs = 300;
const lastRetryMs = 10_000;

const session = openWebSession();
const listeners = new Map<EventName, Set<(payload: unknown) => void>>();

window.__webpack_nonce__ = document.currentScript instanceof HTMLScriptElement ? document.currentScript.nonce : '';
const bridge: Bridge = deriveBridge({ send, listen });
Object.defineProperty(window, 'buoy', { value: Object.freeze(bridge), enumerable: true });
/** Settles once events arrive or cannot arrive. A view that was read earlier could miss its first patches without noticing. */
const firstStream = new Promise<void>((settle) => void follow(settle));

async function send(name: CallName, args: unknown): Promise<unknown> {
  switch (name) {
    case 'copyText':
      return copy(() => navigator.clipboard.writeText((args as { text: string }).text));
    case 'copyPicture':
      return copy(() => navigator.clipboard.write([pictureOf((args as { base64: string }).base64)]));
    case 'showWindow':
      deliver('navigate', args);
      return success(null);
    case 'reportTrayHeight':
    case 'reportDraft':
    case 'closeTray':
      return success(null);
    default: {
      const arrived = await ask(name, args);
      if (isDone(arrived)) finish(name, args, arrived.value);
      return arrived;
    }
  }
}

async function ask(name: CallName, args: unknown): Promise<unknown> {
  if (name === 'openView') await firstStream;
  const answer = await call(name, args);
  if (answer.status !== 401) return answer.json();
  // The host has started again since, and did nothing. It proves itself, and is asked again.
  session.doubt();
  return (await call(name, args)).json();
}

async function call(name: CallName, args: unknown): Promise<Response> {
  const pass = await session.pass();
  if (!pass.ok) return Response.json(pass);
  return fetch(`/call/${name}`, post(args, { [passHeader]: pass.value }));
}

const isDone = (arrived: unknown): arrived is { ok: true; value: unknown } =>
  typeof arrived === 'object' && arrived !== null && 'ok' in arrived && arrived.ok === true && 'value' in arrived;

/** What only the page can do, after the host has allowed it. */
function finish(name: CallName, args: unknown, value: unknown): void {
  if (name === 'openLink') window.open((args as { url: string }).url, '_blank', 'noopener,noreferrer');
  if (name === 'saveDownload') {
    const { path, savedAs } = value as { path: string; savedAs: string };
    const link = document.createElement('a');
    link.href = path;
    link.download = savedAs;
    link.click();
  }
}

const pictureOf = (base64: string): ClipboardItem => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) });
};

async function copy(write: () => Promise<void>): Promise<unknown> {
  try {
    await write();
    return success(null);
  } catch {
    return failed(bridgeWords.clipboardRefused());
  }
}

function listen(name: EventName, receive: (payload: unknown) => void): () => void {
  const own = (payload: unknown) => receive(payload);
  const heard = listeners.get(name) ?? new Set();
  listeners.set(name, heard.add(own));
  return () => void heard.delete(own);
}

function deliver(name: EventName, payload: unknown): void {
  for (const receive of [...(listeners.get(name) ?? [])]) receive(payload);
}

/** Follows the events as long as the page lives. After a gap the page reads the view again. */
async function follow(settleFirst: () => void): Promise<never> {
  let retryMs = firstRetryMs;
  for (let isMissing = false; ; isMissing = true) {
    try {
      await readStream(() => {
        if (isMissing) deliver('viewPatch', everythingMissed());
        retryMs = firstRetryMs;
        settleFirst();
      });
    } catch {
      // The host is gone, is restarting, or has dropped a slow reader: try again.
    }
    // Whoever listens there from now on may be another program.
    session.doubt();
    settleFirst();
    await new Promise((settle) => setTimeout(settle, retryMs * (0.75 + Math.random() / 2)));
    retryMs = Math.min(retryMs * 2, lastRetryMs);
  }
}

/**
 * A patch whose revision follows no other, so that the page reads the whole view again, even from a new host that counts from
 * the start.
 */
const everythingMissed = (): ViewPatch => ({
  revision: Number.MAX_SAFE_INTEGER,
  nowMs: Date.now(),
  singles: {},
  tables: {},
});

/** Reads until the stream ends. Rejects when there is no stream or when it falls silent. */
async function readStream(onOpen: () => void): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silenceMs);
  try {
    const pass = await session.pass();
    if (!pass.ok) throw new Error(pass.failure.message);
    const headers = { [passHeader]: pass.value };
    const answer = await fetch('/events', { headers, credentials: 'omit', cache: 'no-store', signal: silence.signal });
    if (!answer.ok || answer.body === null) throw new Error(`The host answered ${answer.status}`);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let held = '';
    let isOpen = false;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silenceMs);
      // The first bytes say that the host now forwards events.
      if (!isOpen) onOpen();
      isOpen = true;
      const blocks = (held + part.value).split('\n\n');
      held = blocks.pop() ?? '';
      for (const block of blocks) receive(block);
    }
  } finally {
    clearTimeout(timer);
  }
}

function receive(block: string): void {
  const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
  if (name !== undefined && data !== undefined) deliver(name as EventName, JSON.parse(data));
}
