import { type DemoOptions, type DemoServer, startDemo } from '../../main/demo/server.ts';

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here, property by property
  json: any;
}

export interface Asking {
  token?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface AskedDemo extends DemoServer {
  /** Sends a request with the first team's token, with another token, or with none (`null`). */
  ask(method: string, path: string, asking?: Asking): Promise<Answered>;
  get(path: string, token?: string): Promise<Answered>;
}

/** Noon on an ordinary Monday in the middle of a month. */
export const noon = Date.UTC(2026, 10, 23, 12, 0, 0);

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * A demo on a clock that stands still until the test moves it. Its limits are far away, and nothing happens by chance unless
 * asked for.
 */
export async function demoForTest(options: DemoOptions = {}): Promise<AskedDemo> {
  const demo = await startDemo({ now: () => noon, actionErrorRate: 0, limits: { minute: 100_000, hour: 100_000 }, ...options });
  const first = demo.tokens[0]?.token ?? '';

  async function ask(method: string, path: string, { token = first, body, headers = {} }: Asking = {}): Promise<Answered> {
    const sent: Record<string, string> = { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers };
    if (body !== undefined && !sent['content-type']) sent['content-type'] = 'application/json';
    const text = body === undefined ? null : isText(body) ? body : JSON.stringify(body);
    const response = await fetch(`${demo.baseUrl}${path}`, { method, headers: sent, body: text });
    const received = await response.text();
    return { status: response.status, headers: response.headers, text: received, json: parsed(received) };
  }

  return { ...demo, ask, get: (path, token = first) => ask('GET', path, { token }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The id of a team's droplet, found by its name. */
export function dropletId(demo: DemoServer, name: string, team?: string): number {
  const found = demo.rows('/v2/droplets', team).find((row) => row.name === name);
  if (!found) throw new Error(`No droplet ${name}`);
  return Number(found.id);
}
