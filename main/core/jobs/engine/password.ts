const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const passwordLength = 32;

/** A password with a sign for each byte. There are 64 signs, so that each is as likely as any other. */
export const passwordOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => signs[byte % signs.length]).join('');
