import type { ServerKind } from './catalogue.ts';

/** Base URLs of the two fixed servers. Read in August 2026: https://docs.digitalocean.com/reference/api/digitalocean/ */
export const fixedServers: Readonly<Record<Extract<ServerKind, 'api' | 'inference'>, string>> = {
  api: 'https://api.digitalocean.com',
  inference: 'https://inference.do-ai.run',
};

export type QueryValue = string | number | boolean | readonly (string | number | boolean)[] | undefined;

/**
 * Puts values into a path template, each encoded as one segment: slashes, colons, percent signs and everything that is not
 * ASCII are escaped, and a value of `.` or `..` cannot leave its place. A name without a value keeps its braces.
 */
export function fillPath(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? placeholder : encodeSegment(String(value));
  });
}

/** Encodes one path segment. Half a surrogate pair, which has no encoding, becomes U+FFFD. */
function encodeSegment(value: string): string {
  const encoded = encodeURIComponent(value.toWellFormed());
  return encoded === '.' || encoded === '..' ? encoded.replaceAll('.', '%2E') : encoded;
}

/** `?` and the pairs in the given order, with arrays as repeated keys; an empty string when there are no values. */
export function buildQuery(values: Readonly<Record<string, QueryValue>> = {}): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const all = typeof value === 'object' ? value : [value];
    for (const one of all) if (one !== undefined) pairs.push(`${encode(name)}=${encode(String(one))}`);
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

/** Joins the texts: the base may have a path of its own, and a URL parser would resolve parts away. */
export function joinUrl(baseUrl: string, pathAndQuery: string): string {
  return baseUrl.replace(/\/+$/, '') + pathAndQuery;
}

/** Origin of an absolute URL, read from its text: `https://host:port`. Empty for any other text. */
export function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(url)?.[0].toLowerCase() ?? '';
}
