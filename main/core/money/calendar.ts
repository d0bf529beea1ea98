/*
 * DigitalOcean bills calendar months in UTC, wherever the person is and whatever their clock says. Every month and day of money is
 * one of these.
 */

export const dayMs = 86_400_000;

/** "2026-11", the form in which invoices name their month. */
export const periodOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 7);

/** "2026-11-23". */
export const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** Start of the month of that time, or of one so many months later. */
export function monthStart(atMs: number, months = 0): number {
  const at = new Date(atMs);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
}

/** Start of that month, "2026-11"; NaN for other text. */
export const periodStart = (period: string): number => Date.parse(`${period}-01T00:00:00Z`);

/** The month before that one. */
export const periodBefore = (period: string): string => periodOf(monthStart(periodStart(period), -1));
