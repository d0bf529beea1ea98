import type { Cost } from '../../preload/contract/cost.ts';
import { sentences } from '../../preload/contract/isolates.ts';
import { billedMonth } from '../../preload/contract/time-words.ts';
import { hourlyMoney, money } from './money.ts';

const monthOf = (period: string): string => billedMonth(Date.parse(`${period}-01T00:00:00Z`));

/** What things cost, in words. */
export const costWords = sentences({
  costs: 'Costs',
  aMonth: 'A month',
  soFar: 'So far',
  thisMonth: 'This month',
  price: ({ usd, per, isAbout }: Extract<Cost, { kind: 'price' }>) =>
    `${isAbout ? 'about ' : ''}${per === 'hour' ? `${hourlyMoney(Number(usd))} an hour` : `${money(usd)} a month`}`,
  range: (from: string, to: string) => `${money(from)} to ${money(to)} as it grows`,
  without: { 'control-plane': 'what the control plane costs is not told', backups: 'without its backups' },
  billed: (usd: string, period: string) => `${money(usd)} in ${monthOf(period)}`,
  byInvoice: 'by the last invoice',
  /** "about $12.30 so far", of the month that runs. */
  soFarThisMonth: ({ usd, isAbout }: { usd: string; isAbout: boolean }) => `${isAbout ? 'about ' : ''}${money(usd)} so far`,
  aboutSoFar: (usd: string) => `about ${money(usd)}`,
  soFarByPreview: 'By the preview of this month’s invoice',
  soFarByAge: 'By its price and its age; a resize this month is not in it',
  inList: {
    free: 'free',
    notTold: 'not told',
    onRequest: 'on request',
    hourly: (usd: string) => `${money(usd)} an h`,
  },
  openToAsk: 'Open it to ask for the price',
  free: 'Nothing',
  ask: 'Ask for the price',
  notTold: 'Not told',
  notOnInvoice: (period: string) => `not on the invoice of ${monthOf(period)}`,
});
