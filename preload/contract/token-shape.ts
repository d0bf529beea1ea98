/** `dop_v1_` personal, `doo_v1_` OAuth (DigitalOcean's release note of 2022). */
export const tokenPrefixes: readonly string[] = ['dop_v1_', 'doo_v1_'];
/** Refresh tokens: they make other tokens and read nothing. */
const refreshPrefix = 'dor_v1_';
/** Characters of a whole token: its prefix and 64 hexadecimal digits. */
export const tokenLength = 71;

/**
 * Characters that show nothing, such as soft hyphens, zero-width spaces, byte order marks, variation selectors, fillers and
 * controls. They come along when a token is copied from a page or a chat.
 */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|(?!\s)\p{Cc}/u;
const around =
  /^[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]+|[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]+$/gu;

/** A pasted token or key without the space and the invisible characters around it. */
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

/** Why a text cannot be the key of another server, of whose form only this is known: it travels in a header. */
export type KeyProblem = 'has-invisible' | 'wrong-characters';

/** For a text that `cleanToken` cleaned; `null`: it may be a key. */
export function keyProblem(key: string): KeyProblem | null {
  if (invisible.test(key)) return 'has-invisible';
  return /^[\x21-\x7e]*$/.test(key) ? null : 'wrong-characters';
}
