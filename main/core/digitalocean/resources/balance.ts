import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import { callAs } from './typed-calls.ts';
import { number, record, string, timeMs } from './wire-values.ts';

/**
 * What the team owes, in US dollars. Amounts stay the decimal text that the API sends, so that no cent is rounded away.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/balance_get
 */
export interface Balance {
  /** Used in the current billing month. */
  monthToDateUsage: string;
  /** `accountBalance` and `monthToDateUsage` together. */
  monthToDateBalance: string;
  /** Left from earlier billing, without the current month. */
  accountBalance: string;
  /** When DigitalOcean computed these amounts; the time of the read where it does not tell. */
  generatedAtMs: number;
  /** DigitalOcean told when. Otherwise nobody knows which day, and at a month's edge which month, the amounts are of. */
  isDated: boolean;
}

/** A time further ahead than this is no time of a balance: kept as a day, it would push out all that was seen before it. */
const aheadAtMostMs = 86_400_000;

/** A balance from the wire, read at that time; undefined without one of its amounts. */
export function parseBalance(raw: unknown, readAtMs: number): Balance | undefined {
  const wire = record(raw);
  const monthToDateUsage = amount(wire?.month_to_date_usage);
  const monthToDateBalance = amount(wire?.month_to_date_balance);
  const accountBalance = amount(wire?.account_balance);
  const saidMs = timeMs(wire?.generated_at);
  const toldMs = saidMs !== null && saidMs - readAtMs > aheadAtMostMs ? null : saidMs;
  if (monthToDateUsage === null || monthToDateBalance === null || accountBalance === null) return undefined;
  return { monthToDateUsage, monthToDateBalance, accountBalance, generatedAtMs: toldMs ?? readAtMs, isDated: toldMs !== null };
}

/** An amount as decimal text, or null. A number is accepted too, in case the API ever sends one. */
function amount(value: unknown): string | null {
  const text = string(value) ?? number(value)?.toString() ?? '';
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

/** Usage of the month so far and what is owed. */
export function getBalance(api: Api, nowMs: () => number, options: CallOptions = {}): Promise<Outcome<Balance>> {
  return callAs(api, 'balance_get', { options, parse: (raw) => parseBalance(raw, nowMs()) });
}
