import type { Job, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';

const periodOf = ({ row }: Thing): string => textAt(row, 'invoice_period') || 'invoice';

/** A team's name without what systems refuse in file names. */
const inFileName = (team: string): string => team.replaceAll(/[^\p{L}\p{N} ._-]/gu, '').trim();

const save = (form: { name: string; label: string; operationId: string; ending: string; mediaType: string }): Job => ({
  name: form.name,
  label: form.label,
  level: 'safe',
  isMain: true,
  keywords: 'download bill invoice export save',
  plan: (_values, { thing, team }) => ({
    steps: [{ label: form.label, operationId: form.operationId, path: { invoice_uuid: thing.id } }],
    done: () => `The invoice of ${periodOf(thing)} is saved.`,
    file: () => ({ name: `${periodOf(thing)}-${inFileName(team)}.${form.ending}`, mediaType: form.mediaType, answer: 0 }),
  }),
});

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Billing */
export const invoiceJobs: readonly Job[] = [
  save({
    name: 'pdf',
    label: 'Save as PDF…',
    operationId: 'invoices_get_pdfByUUID',
    ending: 'pdf',
    mediaType: 'application/pdf',
  }),
  save({ name: 'csv', label: 'Save as CSV…', operationId: 'invoices_get_csvByUUID', ending: 'csv', mediaType: 'text/csv' }),
];
