/** Name under which the vault keeps a connection's token. */
export const tokenName = (connectionId: string): string => `token/${connectionId}`;
