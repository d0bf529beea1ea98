import type { JobField } from '../../preload/contract/job.ts';

const controls = 'input, textarea';

/** Puts the focus on a field of a job's form, once it is drawn. */
export function focusField(form: HTMLFormElement | null, name: string): void {
  const field = [...(form?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find((one) => one.dataset.field === name);
  // Of a table, the cell that is wrong.
  const wrong = field?.querySelector<HTMLElement>('[aria-invalid=true]');
  (wrong ?? field?.querySelector<HTMLElement>(controls))?.focus();
}

/** Where one begins: at the first field that has to be filled in, else at the one that the job is about, which is the first. */
export function focusFirst(form: HTMLFormElement | null, fields: readonly JobField[]): void {
  const isNeeded = new Set(fields.filter((field) => 'isRequired' in field && field.isRequired).map(({ name }) => name));
  const drawn = [...(form?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const empty = drawn.find((one) => isNeeded.has(one.dataset.field ?? '') && isEmpty(one));
  const at = empty ?? drawn[0] ?? form;
  // Of buttons of which one is chosen, that one.
  const first = at?.querySelector<HTMLElement>('input[type=radio]:checked') ?? at?.querySelector<HTMLElement>(controls);
  first?.focus();
}

/** Of boxes or buttons none is chosen, whatever stands in the text that finds them. */
function isEmpty(field: HTMLElement): boolean {
  const inputs = [...field.querySelectorAll<HTMLInputElement>(controls)];
  const offered = inputs.filter(({ type }) => type === 'checkbox' || type === 'radio');
  return offered.length > 0 ? offered.every(({ checked }) => !checked) : inputs.some(({ value }) => value === '');
}
