/** `dop_v1_` personal, `doo_v1_` OAuth (DigitalOcean's release note of 2022). */
export const tokenPrefixes: readonly string[] = ['dop_v1_', 'doo_v1_'];
/** Refresh tokens: they make other tokens and read nothing. */
const refreshPrefix = 'dor_v1_';
/** Characters of a whole token: its prefix and 64 hexadecimal digits. */
export const tokenLength = 71;

/** Why a text cannot be a token. */
export type TokenProblem = 'empty' | 'has-spaces' | 'refresh' | 'wrong-prefix' | 'wrong-characters' | 'too-short' | 'too-long';

/** Why a text without space around it cannot be a token; `null`: it has the shape of one. */
export function tokenProblem(token: string): TokenProblem | null {
  if (token === '') return 'empty';
  if (/\s/.test(token)) return 'has-spaces';
  if (token.startsWith(refreshPrefix)) return 'refresh';
  const prefix = tokenPrefixes.find((candidate) => token.startsWith(candidate));
  if (prefix === undefined) return 'wrong-prefix';
  if (!/^[0-9a-f]*$/.test(token.slice(prefix.length))) return 'wrong-characters';
  if (token.length === tokenLength) return null;
  return token.length < tokenLength ? 'too-short' : 'too-long';
}
