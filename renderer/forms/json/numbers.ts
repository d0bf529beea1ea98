const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const plainInteger = /^-?\d+$/;

/** The result of reading a number. `inexact`: sending it would change its last digits. */
export type NumberReading = { ok: true; value: number } | { ok: false; reason: 'not-a-number' | 'inexact' | 'too-large' };

/** Reads a number in JSON's notation. An integer past 2^53 is accepted only if its digits stay the same. */
export function readNumber(text: string): NumberReading {
  const trimmed = text.trim();
  if (!jsonNumber.test(trimmed)) return { ok: false, reason: 'not-a-number' };
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return { ok: false, reason: 'too-large' };
  if (plainInteger.test(trimmed) && !Number.isSafeInteger(value) && !isSentAs(trimmed, value)) {
    return { ok: false, reason: 'inexact' };
  }
  return { ok: true, value: value === 0 ? 0 : value };
}

const isSentAs = (text: string, value: number): boolean => String(value) === text || BigInt(text) === BigInt(value);
