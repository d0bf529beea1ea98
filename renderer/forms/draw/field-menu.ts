import type { MenuEntry } from '../../components/controls/menu.tsx';
import { formWords } from '../../words/forms.ts';
import { printJson } from '../json/json.ts';
import { parseJson } from '../json/parse.ts';
import { fromValue } from '../model/from-value.ts';
import { emptyNode } from '../model/initial.ts';
import { absent, type FormNode } from '../model/node.ts';
import { toValue } from '../model/to-value.ts';
import type { FieldProps } from './form-context.ts';

const isTexty = (kind: FieldProps['shape']['kind']): boolean => kind === 'text' || kind === 'mixed';

/** What else can be done with a field: leave it out, send null or an empty text, edit it as JSON or as fields. */
export function fieldMenu({ shape, node, isRequired, isPart, onChange }: FieldProps): MenuEntry[] {
  const entries: MenuEntry[] = [];
  const item = (label: string, next: () => FormNode) => entries.push({ kind: 'item', label, onSelect: () => onChange(next()) });
  if (node.kind !== 'absent' && !isPart && !isRequired) item(formWords.leaveOut, () => absent);
  if (isTexty(shape.kind) && node.kind === 'absent') item(formWords.sendEmpty, () => ({ kind: 'text', text: '' }));
  if (shape.isNullable && node.kind !== 'null' && shape.kind !== 'json') item(formWords.sendNull, () => ({ kind: 'null' }));
  if (node.kind === 'json' && shape.kind !== 'json') {
    const parsed = parseJson(node.text);
    const fields = parsed.ok ? fromValue(shape, parsed.value) : null;
    if (fields && fields.kind !== 'json') item(formWords.editAsFields, () => fields);
  } else if (shape.kind !== 'json') {
    item(formWords.editAsJson, () => ({
      kind: 'json',
      text: printJson(toValue(node.kind === 'absent' ? emptyNode(shape) : node) ?? null),
    }));
  }
  return entries;
}
