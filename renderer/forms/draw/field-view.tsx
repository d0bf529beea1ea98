import { IconButton } from '../../components/controls/button.tsx';
import { formWords } from '../../words/forms.ts';
import { absent } from '../model/node.ts';
import type { FieldProps } from './form-context.ts';
import { FormField } from './form-field.tsx';
import { GroupField } from './group-fields.tsx';
import { JsonControl } from './json-control.tsx';
import { ListField } from './list-field.tsx';
import { MapField } from './map-field.tsx';
import { ChoiceField, SwitchField, TextField } from './scalar-fields.tsx';
import { VariantField } from './variant-field.tsx';

/** A value edited as JSON, because the schema does not describe it or because it fits no field. */
const JsonField = (props: FieldProps) => {
  const { node, isRequired, isPart, onChange } = props;
  const text = node.kind === 'json' ? node.text : '';
  return (
    <FormField field={props} className={isPart ? 'op-part' : undefined}>
      {(ids) => (
        <JsonControl
          ids={ids}
          text={text}
          onChange={(next) => onChange(next === '' && !isRequired ? absent : { kind: 'json', text: next })}
        />
      )}
    </FormField>
  );
};

/** A field that sends null. It says so, and its button takes that back. */
const NullField = (props: FieldProps) => (
  <FormField field={props} isGroup>
    {() => (
      <span className="row">
        <span className="tag mono">{formWords.isNull}</span>
        <IconButton
          icon="close"
          size="small"
          label={formWords.removeOf(formWords.isNull)}
          onClick={() => props.onChange(absent)}
        />
      </span>
    )}
  </FormField>
);

/** One field, drawn according to its shape. */
export const FieldView = (props: FieldProps) => {
  const { shape, node } = props;
  if (node.kind === 'null') return <NullField {...props} />;
  if (node.kind === 'json') return <JsonField {...props} />;
  switch (shape.kind) {
    case 'text':
    case 'number':
    case 'mixed':
      return <TextField {...props} />;
    case 'choice':
      return <ChoiceField {...props} shape={shape} />;
    case 'switch':
      return <SwitchField {...props} shape={shape} />;
    case 'list':
      return <ListField {...props} shape={shape} />;
    case 'map':
      return <MapField {...props} shape={shape} />;
    case 'group':
      return <GroupField {...props} shape={shape} />;
    case 'variants':
      return <VariantField {...props} shape={shape} />;
    case 'json':
      return <JsonField {...props} />;
  }
};
