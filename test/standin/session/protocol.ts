import type { CustomScheme, Protocol } from 'electron';
import type { PageRequest, PageResponse } from '../pages/page-driver.ts';
import { needKnownOptions, needType, strictModule } from '../strict.ts';
import { needNotReady, needReady, noteDefect } from '../world.ts';

const privileges = [
  'standard',
  'secure',
  'bypassCSP',
  'allowServiceWorkers',
  'supportFetchAPI',
  'corsEnabled',
  'stream',
  'codeCache',
  'allowExtensions',
];
const schemes = new Map<string, CustomScheme>();
const handlers = new Map<string, (request: Request) => Response | Promise<Response>>();

/** Answers custom schemes. Each session has one. */
export const sessionProtocol = strictModule('protocol', {
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    needReady('Session can only be received when app is ready', TypeError);
    needType(0, scheme, 'string');
    needType(1, handler, 'function');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`);
  },
} satisfies Pick<Protocol, 'handle' | 'unhandle'>);

export const protocol = strictModule('protocol', {
  registerSchemesAsPrivileged(given: CustomScheme[]): void {
    needNotReady('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (!Array.isArray(given)) throw new Error('Argument must be an array');
    if (schemes.size > 0) throw new Error('stand-in: a second registerSchemesAsPrivileged overwrites the first');
    for (const scheme of given) {
      needKnownOptions('CustomScheme', scheme, ['scheme', 'privileges']);
      needKnownOptions('Privileges', scheme.privileges ?? {}, privileges);
      if (scheme.privileges?.bypassCSP) throw new Error('stand-in: a scheme must not bypass the content security policy');
      if (scheme.privileges?.codeCache && !scheme.privileges.standard)
        throw new Error('Code cache can only be enabled when the custom scheme is registered as standard scheme.');
      schemes.set(scheme.scheme, scheme);
    }
  },
  get handle() {
    return sessionProtocol.handle;
  },
  get unhandle() {
    return sessionProtocol.unhandle;
  },
});

export const isHandled = (scheme: string): boolean => handlers.has(scheme);

/** Why a page must not be loaded from this scheme; `null`: it may. Web addresses need no declaration. */
export function schemeProblem(scheme: string): string | null {
  if (scheme === 'http' || scheme === 'https') return null;
  const declared = schemes.get(scheme)?.privileges;
  if (declared?.standard && declared.secure) return null;
  return `A page was loaded from ${scheme}:, which is not declared as standard and secure`;
}

/** The answer to a page's request, or `null` for a net error. Every answer must name its type and carry a policy. */
export async function answerFromProtocol(request: PageRequest): Promise<PageResponse | null> {
  const scheme = URL.parse(request.url)?.protocol.slice(0, -1) ?? '';
  const handler = handlers.get(scheme);
  if (handler === undefined) return null;
  let response: unknown;
  try {
    response = await handler(new Request(request.url, { method: request.method, headers: request.headers }));
  } catch (error) {
    noteDefect(`The protocol handler threw: ${String(error)}`);
    return null;
  }
  if (!(response instanceof Response)) {
    noteDefect('The protocol handler must return a Response (net::ERR_UNEXPECTED)');
    return null;
  }
  if (response.type === 'error') return null;
  const headers = [...response.headers] as [string, string][];
  for (const name of ['content-type', 'content-security-policy']) {
    if (!response.headers.has(name)) noteDefect(`${request.url} was answered without ${name}`);
  }
  return { status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) };
}
