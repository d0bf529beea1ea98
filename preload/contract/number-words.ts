/** How numbers and amounts of money read, the same in the window, the tray, the menu and notices. */

/**
 * A formatter that is made when it is first needed: making one takes long, and scripts that load these words need none. Decimal text
 * is rounded as it is written, and not as the nearest number to it.
 */
function lazy(options: Intl.NumberFormatOptions): (value: number | string) => string {
  let formatter: Intl.NumberFormat | undefined;
  return (value) => {
    formatter ??= new Intl.NumberFormat('en-US', options);
    // The sign as it is set in type, which is as wide as a plus.
    return formatter.format(value as Intl.StringNumericLiteral).replace(/^-/, '−');
  };
}

const currency = { style: 'currency', currency: 'USD' } as const;

/** "4,870". */
export const wholeNumber = lazy({ maximumFractionDigits: 0 });

/** US dollars with cents: "$48.00". */
export const dollars = lazy(currency);

/** "$1,089", for estimates: cents would look more exact than they are. */
export const wholeDollars = lazy({ ...currency, maximumFractionDigits: 0 });

/** Hourly prices and prices of parts, with fractions of a cent: "$0.03571". */
export const exactDollars = lazy({ ...currency, minimumFractionDigits: 2, maximumFractionDigits: 5 });

/** "1 droplet", "23 droplets": the number, and the form of the word that fits it. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${wholeNumber(value)} ${value === 1 ? one : many}`;
