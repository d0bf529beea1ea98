import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import { callAs } from './typed-calls.ts';
import { number, record, string, timeMs } from './wire-values.ts';

/**
 * What the team owes, US dollars as decimal text: amounts are never computed with before they are shown.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/balance_get
 */
export interface Balance {
  monthToDateUsage: string;
  monthToDateBalance: string;
  accountBalance: string;
  /** When DigitalOcean computed it. */
  generatedAtMs: number;
}

/** A balance from the wire; undefined without one of its parts. */
export function parseBalance(raw: unknown): Balance | undefined {
  const wire = record(raw);
  const monthToDateUsage = amount(wire?.month_to_date_usage);
  const monthToDateBalance = amount(wire?.month_to_date_balance);
  const accountBalance = amount(wire?.account_balance);
  const generatedAtMs = timeMs(wire?.generated_at);
  if (monthToDateUsage === null || monthToDateBalance === null || accountBalance === null || generatedAtMs === null) {
    return undefined;
  }
  return { monthToDateUsage, monthToDateBalance, accountBalance, generatedAtMs };
}

/** Decimal text; a number would have lost nothing that text keeps, so it is taken too. */
function amount(value: unknown): string | null {
  const text = string(value) ?? number(value)?.toString() ?? '';
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

/** Usage of the month so far and what is owed. */
export function getBalance(api: Api, options: CallOptions = {}): Promise<Outcome<Balance>> {
  return callAs(api, 'balance_get', { options, parse: parseBalance });
}
