/*
 * How a page and the web host know each other. Both have the session's key, and neither ever sends it: whoever listens on the
 * host's port after it has ended must learn nothing that opens the next host. Each signs a text with HMAC-SHA256, in base64url.
 */

/** Header of the page's pass, which counts for one run of one host. */
export const passHeader = 'x-buoy-session';

/** Name of the session whose key is the start key. */
export const startSession = 'start';

/** Signed by the host, so that the page knows it. `challenge`: random, by the page; `run`: random, by the host at its start. */
export const hostText = (challenge: string, run: string): string => `buoy host\n${challenge}\n${run}`;

/** Signed by the page. The signature is its pass for that run. */
export const passText = (run: string): string => `buoy page\n${run}`;
