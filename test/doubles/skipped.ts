/** The end of a title, from which `npm test` prints why the tests below it are skipped; '' when they run. */
export const skippedFor = (reason: string | null): string => (reason === null ? '' : ` (skipped: ${reason})`);

/** Why something cannot be tested on Windows; `null` on other systems. */
export const onWindows = (reason: string): string | null => (process.platform === 'win32' ? reason : null);
