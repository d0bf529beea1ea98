import type { JobField } from '../../preload/contract/job.ts';

const controls = 'input, textarea';
/** Beside a text that may come out of a file is the button for that, which is an input too. */
const firstIn = (field: HTMLElement | null | undefined): HTMLElement | null =>
  field?.querySelector<HTMLElement>('textarea') ?? field?.querySelector<HTMLElement>(controls) ?? null;

/** Puts the focus on a field of a job's form, once it is drawn. */
export function focusField(form: HTMLFormElement | null, name: string): void {
  const field = [...(form?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find((one) => one.dataset.field === name);
  // Of a table, the cell that is wrong.
  const wrong = field?.querySelector<HTMLElement>('[aria-invalid=true]');
  (wrong ?? firstIn(field))?.focus();
}

/** Where one begins: at the first field that has to be filled in, else at the one that the job is about, which is the first. */
export function focusFirst(form: HTMLFormElement | null, fields: readonly JobField[]): void {
  const isNeeded = new Set(fields.filter((field) => 'isRequired' in field && field.isRequired).map(({ name }) => name));
  const drawn = [...(form?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const empty = drawn.find((one) => isNeeded.has(one.dataset.field ?? '') && isEmpty(one));
  const at = empty ?? drawn[0] ?? form;
  // Of buttons of which one is chosen, that one.
  const first = at?.querySelector<HTMLElement>('input[type=radio]:checked') ?? firstIn(at);
  first?.focus();
}

/** Of boxes or buttons none is chosen, whatever stands in the text that finds them. */
function isEmpty(field: HTMLElement): boolean {
  const inputs = [...field.querySelectorAll<HTMLInputElement>(controls)];
  const offered = inputs.filter(({ type }) => type === 'checkbox' || type === 'radio');
  if (offered.length > 0) return offered.every(({ checked }) => !checked);
  // What was chosen stands beside the input, which is needed only while nothing was.
  return inputs.some(({ type, value, required }) => (type === 'file' ? required : value === ''));
}
