import type { BillSummary, CostGrouping, IdleThing, MonthCurve } from '../../preload/contract/bills.ts';
import { sentences } from '../../preload/contract/isolates.ts';
import { billedMonth } from '../../preload/contract/time-words.ts';
import { codeWords } from './codes.ts';
import { counted } from './locale.ts';
import { money } from './money.ts';

const startOf = (period: string): number => Date.parse(`${period}-01T00:00:00Z`);
const monthName = (period: string): string => billedMonth(startOf(period));
const yearOf = (period: string): string => period.slice(0, 4);

/** "+$31.64", "−$4.10", "same". */
export const changeOf = (usd: string | null): string =>
  usd === null ? '–' : Number(usd) === 0 ? 'same' : usd.startsWith('-') ? money(usd) : `+${money(usd)}`;

/** What the API's letters alone do not say. */
const paymentTypes: Readonly<Record<string, string>> = {
  ACHFailure: 'Bank transfer failed',
  AttemptFailed: 'Payment failed',
  CreditExpiration: 'Credit expired',
  Reversal: 'Payment reversed',
};
/** "Payment", "Credit expired". */
export const paymentType = (type: string): string =>
  (Object.hasOwn(paymentTypes, type) ? paymentTypes[type] : null) ?? codeWords('type', type) ?? type;

/** Words of the bill. */
export const billingWords = sentences({
  sections: 'What to look at',
  month: 'Month',
  costs: 'Costs',
  invoices: 'Invoices',
  payments: 'Payments',
  balanceAsOf: (time: string) => `Balance as of ${time}, not live`,
  balanceReadAt: (time: string) => `Balance read ${time}; DigitalOcean does not say of when it is`,
  limitButton: (amount: string | null) => (amount ? `Limit ${amount}` : 'Set a limit'),
  monthName,
  /** "November 2026", for a list over several years. */
  monthAndYear: (period: string) => `${monthName(period)} ${yearOf(period)}`,
  soFar: (period: string) => `${monthName(period)} so far`,
  tick: (day: number, period: string) => `${day} ${monthName(period).slice(0, 3)}`,
  limitLine: (amount: string) => `your limit, ${amount}`,
  chart: (month: string) => `Spending in ${month}`,
  chartLabel: (month: string, spent: string, forecast: string | null, last: string) =>
    `${month}, day by day: ${spent} so far${forecast === null ? '' : `, about ${forecast} at its end`}, against ${last}`,
  forecastMethod:
    'So far, plus a usual day, the median of the last seven, for each day that is left. The band takes a cheap and an expensive day instead.',
  likely: (low: string, high: string) => `likely ${low} to ${high}`,
  forecast: 'Forecast',
  noForecastUndated: 'not while the day of the balance is not told',
  against: (period: string) => `Against ${monthName(period)}`,
  /** Of the month before one that is not over. */
  whole: (period: string) => `${monthName(period)}, whole month`,
  wholeHint: (running: string, period: string) =>
    `${monthName(running)} is not over, so it cannot be compared yet. This is what ${monthName(period)} cost until its end.`,
  wholeSum: (amount: string, period: string) => `${amount} in the whole of ${monthName(period)}`,
  changed: (change: string, period: string) => `${change} against ${monthName(period)}`,
  more: (amount: string) => `${amount} more`,
  less: (amount: string) => `${amount} less`,
  same: 'the same',
  onThisDay: 'by this day of the month',
  /** Where the lines of these months come from. */
  sources: (source: MonthCurve['source'], periods: readonly string[]): string => {
    const names = periods.map(monthName).join(' and ');
    switch (source) {
      case 'seen':
        return `${names} as Buoy saw it.`;
      case 'told':
        return `${names} by DigitalOcean’s nightly estimates, which may differ from the invoice.`;
      case 'both':
        return `${names} as Buoy saw it for some teams, and by DigitalOcean’s nightly estimates for others.`;
      case 'none':
        return `How ${names} went is not known: Buoy did not run, and DigitalOcean does not tell.`;
    }
  },
  costliest: 'What costs most',
  idleNotRead: 'What serves nothing could not be looked for.',
  daysNotRead: 'The costs of each day could not be read.',
  /** In "The costs of each day of Harbour Works could not be read." */
  daysRead: 'costs of each day',
  allCosts: 'All costs',
  byTeam: 'By team',
  team: 'Team',
  account: 'Account balance',
  lastInvoice: (period: string, amount: string) => `Invoice of ${monthName(period)}: ${amount}`,
  due: 'Month to date',
  dropletsMonthly: 'Droplets a month',
  dayByDay: 'Day by day',
  dayHint: 'By DigitalOcean’s nightly estimates',
  day: 'Day',
  mostly: 'Mostly',
  cost: 'Cost',
  emptyTitle: 'No balance yet',
  emptyDetail: 'Buoy reads it once an hour. The first answer is on its way.',
  dayOf: (day: number, days: number) => `Day ${day} of ${days}`,
  reading: 'Asking DigitalOcean what was billed',
  readingIdle: 'Looking for what serves nothing',
  what: 'the bill',
  notIn: (team: string) => `${team} is not in these sums`,
  by: 'By',
  groupings: { resource: 'Resource', project: 'Project', tag: 'Tag', kind: 'Kind', team: 'Team' } satisfies Record<
    CostGrouping,
    string
  >,
  without: { resource: 'Unnamed', project: 'No project', tag: 'No tag', kind: 'Other', team: 'Other' } satisfies Record<
    CostGrouping,
    string
  >,
  change: 'Change',
  period: 'Month to show',
  earlier: 'The month before',
  later: 'The month after',
  things: (count: number) => counted(count, 'thing', 'things'),
  teamsTogether: (count: number) => `${counted(count, 'team', 'teams')} together`,
  moreThings: (count: number) => `${counted(count, 'more', 'more')}`,
  gone: 'gone',
  asInvoiced: (amount: string) => `The invoices say ${amount}: taxes, credits and roundings are not among the things.`,
  overlapping: 'A thing with several tags counts under each of them, so these are more than the whole.',
  nothingBilled: (period: string) => `Nothing was billed in ${monthName(period)}`,
  nothingBilledDetail: 'DigitalOcean has no invoice or preview with items for this month.',
  offBilled: 'Off, still billed',
  offHint: 'A droplet that is off costs as much as one that is on. A snapshot keeps its disk for less.',
  offNone: 'No droplet is off.',
  sinceOff: (amount: string, isWhole: boolean) => `${isWhole ? 'about' : 'at least'} ${amount} since then`,
  offSince: (day: string, isAtLeast: boolean) => `off since ${isAtLeast ? 'at least ' : ''}${day}`,
  unusedSince: (day: string) => `unused since at least ${day}`,
  offSinceUnknown: 'off since when is not told',
  sinceThen: (amount: string) => `about ${amount} since`,
  about: (amount: string) => `about ${amount}`,
  unused: 'Used by nothing',
  unusedNone: 'Nothing was found that serves nothing.',
  nothingByItself: 'Buoy lists what costs and serves nothing. It deletes nothing by itself.',
  endThem: 'End a cost, or keep a thing',
  atLeast: (amount: string) => `at least ${amount}`,
  /** The amount may begin with "at least". */
  couldGo: (amount: string) => `${amount.charAt(0).toUpperCase()}${amount.slice(1)} could go.`,
  reasons: {
    off: 'off',
    volume: 'attached to none',
    address: 'unassigned',
    'droplet-gone': 'its droplet is gone',
    'volume-gone': 'its volume is gone',
    'no-targets': 'no targets',
    'empty-registry': 'empty registry',
    'old-image': 'own image, unused for 90 days',
  } satisfies Record<IdleThing['reason'], string>,
  priceNotTold: 'price not told',
  keep: 'Keep',
  keepWhy: 'Keep it, and do not list it again',
  more_: 'More',
  moreFor: (name: string) => `More for ${name}`,
  kept: (count: number) => `${counted(count, 'thing is', 'things are')} kept and not listed`,
  tellAgain: 'List them again',
  notRead: (what: string, team: string) => `The ${what} of ${team} could not be read.`,
  paymentsHint: 'An invoice adds to what you owe, a payment or a credit takes from it',
  saveCsv: 'Save as CSV',
  paymentsFile: (day: string) => `payments until ${day}`,
  paymentColumns: { date: 'Date', team: 'Team', type: 'Kind', what: 'What', amount: 'Amount', usd: 'Amount (USD)' },
  noPayments: 'No payments yet',
  noPaymentsDetail: 'Invoices, payments and credits appear here once DigitalOcean writes the first.',
  showAll: (count: number) => `Show all ${counted(count, 'entry', 'entries')}`,
  preview: (asOf: string | null) => `so far, not an invoice yet${asOf === null ? '' : `, as of ${asOf}`}`,
  noInvoices: 'No invoice yet',
  noInvoicesDetail: 'DigitalOcean writes one for each month, at the start of the next.',
  newestFirst: 'Newest first',
  invoiceOf: (period: string) => `Invoice of ${monthName(period)} ${yearOf(period)}`,
  save: (kind: string) => `Save as ${kind}`,
  saveMenu: (period: string) => `Save the invoice of ${monthName(period)} ${yearOf(period)}`,
  noPreviewFile: 'Only invoices can be saved, not the month that runs',
  products: (summary: BillSummary) => counted(summary.products.length, 'product', 'products'),
  countOf: (name: string, count: string) => (count === '' || count === '0' ? name : `${name}, ${count}`),
  showItems: 'Show the items',
  compare: 'Compare two months',
  compareHint: 'Biggest change first',
  compareWith: 'with',
  sameCosts: 'Nothing costs another amount than in the other month.',
});
