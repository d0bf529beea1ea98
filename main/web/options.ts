import { parseArgs } from 'node:util';
import { webWords } from '../core/words/web.ts';

export interface WebOptions {
  isDemo: boolean;
  /** 0: any free port. */
  port: number;
  isBrowserOpened: boolean;
  isKeychainUsed: boolean;
  /** Without a slash at the end; `null`: DigitalOcean. */
  baseUrl: string | null;
  isVerbose: boolean;
}

/** Reads the command line: the options, `help`, or one sentence that says what is wrong with it. */
export function readWebOptions(args: readonly string[]): WebOptions | 'help' | { problem: string } {
  const { tokens, values } = parseArgs({
    args: [...args],
    options: {
      demo: { type: 'boolean' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      'no-keychain': { type: 'boolean' },
      'base-url': { type: 'string' },
      verbose: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find((token) => token.kind === 'positional' || (token.kind === 'option' && !known.has(token.name)));
  if (unknown)
    return { problem: webWords.unknownOption(unknown.kind === 'option' ? unknown.rawName : (args[unknown.index] ?? '')) };
  if (values.help) return 'help';
  const port = values.port === undefined ? 0 : readPort(values.port);
  if (port === null) return { problem: webWords.badPort(textOf(values.port)) };
  const baseUrl = values['base-url'] === undefined ? null : readBaseUrl(values['base-url']);
  if (baseUrl === undefined) return { problem: webWords.badBaseUrl(textOf(values['base-url'])) };
  return {
    isDemo: values.demo === true,
    port,
    isBrowserOpened: values['no-open'] !== true,
    isKeychainUsed: values['no-keychain'] !== true,
    baseUrl,
    isVerbose: values.verbose === true,
  };
}

const known = new Set(['demo', 'port', 'no-open', 'no-keychain', 'base-url', 'verbose', 'help']);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readPort(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{1,5}$/.test(value)) return null;
  const port = Number(value);
  return port >= 1 && port <= 65_535 ? port : null;
}

/** `undefined`: the text is not an address. */
function readBaseUrl(value: unknown): string | undefined {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return undefined;
  // Only https, or this machine: a token must not cross a network unencrypted.
  const isLocal = /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) return undefined;
  return url.href.replace(/\/$/, '');
}
