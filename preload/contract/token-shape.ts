/** `dop_v1_` personal, `doo_v1_` OAuth (DigitalOcean's release note of 2022). */
export const tokenPrefixes: readonly string[] = ['dop_v1_', 'doo_v1_'];
/** Refresh tokens: they make other tokens and read nothing. */
const refreshPrefix = 'dor_v1_';
/** Characters of a whole token: its prefix and 64 hexadecimal digits. */
export const tokenLength = 71;

/**
 * Characters that take no place on the screen, such as soft hyphens, zero-width spaces and byte order marks. They come along when
 * a token is copied from a page or a chat.
 */
const invisible = /\p{Cf}/u;
const around = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** A pasted token without the space and the invisible characters around it. */
export const cleanToken = (pasted: string): string => pasted.replace(around, '');

/** What may be said about a text that is not a token, without repeating it. */
export interface TokenFacts {
  length: number;
  /** The prefix that it begins with; '' for none that is known. */
  prefix: string;
  /** Place of its first invisible character, from 1; 0: it has none. */
  invisibleAt: number;
}

export const tokenFacts = (token: string): TokenFacts => ({
  length: token.length,
  prefix: tokenPrefixes.find((prefix) => token.startsWith(prefix)) ?? '',
  invisibleAt: token.search(invisible) + 1,
});

/** Why a text cannot be a token. */
export type TokenProblem =
  | 'empty'
  | 'has-spaces'
  | 'has-invisible'
  | 'refresh'
  | 'wrong-prefix'
  | 'wrong-characters'
  | 'too-short'
  | 'too-long';

/** Why a text that `cleanToken` cleaned cannot be a token; `null`: it has the shape of one. */
export function tokenProblem(token: string): TokenProblem | null {
  if (token === '') return 'empty';
  // Before spaces, of which the byte order mark counts as one.
  if (invisible.test(token)) return 'has-invisible';
  if (/\s/.test(token)) return 'has-spaces';
  if (token.startsWith(refreshPrefix)) return 'refresh';
  const prefix = tokenPrefixes.find((candidate) => token.startsWith(candidate));
  if (prefix === undefined) return 'wrong-prefix';
  if (!/^[0-9a-f]*$/.test(token.slice(prefix.length))) return 'wrong-characters';
  if (token.length === tokenLength) return null;
  return token.length < tokenLength ? 'too-short' : 'too-long';
}
