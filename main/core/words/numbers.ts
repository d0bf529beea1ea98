import { isolated } from '../../../preload/contract/isolates.ts';
import { wholeNumber as count } from '../../../preload/contract/number-words.ts';

export {
  counted,
  dollars as money,
  wholeDollars as roundMoney,
  wholeNumber as count,
} from '../../../preload/contract/number-words.ts';

/** "512 bytes", "1 KB", "2 MB": in thousands, whole, and never "0 MB". */
export function byteCount(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.floor(bytes / 1000)} KB` : `${Math.floor(bytes / 1_000_000)} MB`;
}

const binaryUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** "750 bytes", "1.5 GiB": what is stored, in powers of 1,024. */
export function storedBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), binaryUnits.length - 1);
  const shown = bytes / 1024 ** step;
  return `${shown >= 100 || step === 0 ? count(Math.round(shown)) : Number(shown.toFixed(1))} ${binaryUnits[step]}`;
}

/** "web-01", "web-01 and web-02", "web-01, web-02 and 3 more". Names at most `shown` (default 3). */
export function listed(names: readonly string[], shown = 3): string {
  if (names.length <= 1) return isolated(names[0] ?? '');
  const head = names.map(isolated).slice(0, names.length <= shown ? names.length - 1 : shown);
  const rest = names.length - head.length;
  return `${head.join(', ')} and ${rest === 1 ? isolated(names.at(-1) ?? '') : `${count(rest)} more`}`;
}
