/**
 * The language of every sentence, and of what the platform writes by itself. Numbers, money and dates read as in the tray and in
 * notices.
 */
export const locale = 'en-GB';

export { counted, wholeNumber } from '../../preload/contract/number-words.ts';
