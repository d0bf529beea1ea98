const argument = '--buoy-style-nonce=';

/** Passes the nonce of the page's style policy from a host to its preload, as an argument of the page's process. */
export const styleNonceArgument = (nonce: string): string => `${argument}${nonce}`;

/** The nonce among a process's arguments; '' when there is none. */
export const styleNonceIn = (argv: readonly string[]): string =>
  argv.find((each) => each.startsWith(argument))?.slice(argument.length) ?? '';
