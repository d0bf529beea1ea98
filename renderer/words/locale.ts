/**
 * The language of every sentence, and the format of every number and date. It is set in one place, so that other languages can
 * follow.
 */
export const locale = 'en-GB';

const plurals = new Intl.PluralRules(locale);

/** "1 droplet", "23 droplets": the number, and the form of the word that fits it. */
export const counted = (count: number, one: string, many: string): string =>
  `${wholeNumber(count)} ${plurals.select(count) === 'one' ? one : many}`;

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

/** "4,612". */
export const wholeNumber = (value: number): string => whole.format(value);
