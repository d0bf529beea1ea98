const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const wholeDollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const whole = new Intl.NumberFormat('en-US');

/** "$48.00". */
export const money = (usd: number): string => dollars.format(usd);

/** "$1,089", for estimates: cents would look more exact than they are. */
export const roundMoney = (usd: number): string => wholeDollars.format(usd);

/** "4,870". */
export const count = (value: number): string => whole.format(value);

/** "1 droplet", "23 droplets". */
export const counted = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

/** "web-01", "web-01 and web-02", "web-01, web-02 and 3 more". Names at most `shown` (default 3). */
export function listed(names: readonly string[], shown = 3): string {
  if (names.length <= 1) return names[0] ?? '';
  const head = names.slice(0, names.length <= shown ? names.length - 1 : shown);
  const rest = names.length - head.length;
  return `${head.join(', ')} and ${rest === 1 ? names.at(-1) : `${count(rest)} more`}`;
}
