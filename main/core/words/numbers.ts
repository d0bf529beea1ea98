import { wholeNumber as count } from '../../../preload/contract/number-words.ts';

export {
  counted,
  dollars as money,
  wholeDollars as roundMoney,
  wholeNumber as count,
} from '../../../preload/contract/number-words.ts';

/** "web-01", "web-01 and web-02", "web-01, web-02 and 3 more". Names at most `shown` (default 3). */
export function listed(names: readonly string[], shown = 3): string {
  if (names.length <= 1) return names[0] ?? '';
  const head = names.slice(0, names.length <= shown ? names.length - 1 : shown);
  const rest = names.length - head.length;
  return `${head.join(', ')} and ${rest === 1 ? names.at(-1) : `${count(rest)} more`}`;
}
