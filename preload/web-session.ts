import { type Failure, failed, type Outcome, success } from './contract/failure.ts';
import { hostText, passText, startSession } from './contract/host-proof.ts';
import { outcomeSchema } from './contract/schema.ts';

const storedAs = 'buoy-session';

export interface WebSession {
  /** The pass for the host that listens now, after it has proved that it is ours; else why there is none. May reject. */
  pass(): Promise<Outcome<string>>;
  /** From now on another program may listen there, so the next pass wants a new proof. */
  doubt(): void;
}

/** A request with JSON that no other site could send, and that follows no redirect. */
export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
  };
}

/** Takes the start key out of the page's address at once, before the page reads its route from there. */
export function openWebSession(): WebSession {
  const key = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (key !== undefined) history.replaceState(null, '', '/');
  // A key that was used before is no loss where this browser has a session already.
  const traded = key === undefined ? null : trade(key).catch(() => null);
  let known: Promise<Outcome<string>> | null = null;

  async function find(): Promise<Outcome<string>> {
    const refused = await traded;
    const [session = '', sessionKey = ''] = (localStorage.getItem(storedAs) ?? '').split('.');
    // Without a session the host's own refusal says what to do.
    const met = await meet(session, sessionKey);
    return !met.ok && refused?.ok === false ? refused : met;
  }

  const doubt = () => {
    known = null;
  };
  return {
    doubt,
    async pass() {
      known ??= find();
      const asked = known;
      const met = await asked.catch(() => null);
      // What failed now is asked anew next time.
      if (!met?.ok && known === asked) doubt();
      return asked;
    },
  };
}

/** Exchanges the start key for a session of this browser. */
async function trade(key: string): Promise<Outcome<null>> {
  const met = await meet(startSession, key);
  if (!met.ok) return met;
  const traded = await ask<{ session: string; key: string }>('/session', { pass: met.value });
  if (!traded.ok) return traded;
  localStorage.setItem(storedAs, `${traded.value.session}.${traded.value.key}`);
  return success(null);
}

/** Lets the host prove that it knows the key. Only then is anything said that another program should not hear. */
async function meet(session: string, key: string): Promise<Outcome<string>> {
  const challenge = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const answer = await ask<{ run: string; proof: string }>('/hello', { session, challenge });
  if (!answer.ok) return answer;
  const { run, proof } = answer.value;
  const signing = await crypto.subtle.importKey('raw', bytesOf(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const sign = async (text: string) => base64url(new Uint8Array(await crypto.subtle.sign('HMAC', signing, bytesOf(text))));
  if (proof !== (await sign(hostText(challenge, run)))) throw new Error('Another program listens where Buoy was');
  return success(await sign(passText(run)));
}

async function ask<Value>(path: string, body: unknown): Promise<Outcome<Value>> {
  const outcome = outcomeSchema.parse(await (await fetch(path, post(body))).json());
  return outcome.ok ? success(outcome.value as Value) : failed(outcome.failure as Failure);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
