/** A router of a session of BGP, with the prefix of the network between both. */
export const routerAddress = {
  source: '\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+',
  words: 'an address with its prefix, such as 169.254.0.1/29',
} as const;
