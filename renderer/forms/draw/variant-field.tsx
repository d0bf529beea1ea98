import { Button } from '../../components/controls/button.tsx';
import { Segments } from '../../components/controls/choices.tsx';
import { fieldLabel, formWords } from '../../words/forms.ts';
import { switchVariant } from '../model/edit.ts';
import { emptyNode } from '../model/initial.ts';
import { absent, type VariantNode } from '../model/node.ts';
import type { Variant, VariantsShape } from '../model/shape.ts';
import { type FieldProps, useForm } from './form-context.ts';
import { FormField } from './form-field.tsx';

/** The name of a variant: its own label, else a word for what it asks for. */
export const variantLabel = (variant: Variant, index: number): string => {
  const name = variant.tag ? variant.label.replaceAll('_', ' ') : variant.label;
  if (name !== '') return (name[0] ?? '').toUpperCase() + name.slice(1);
  const kind = variant.shape().kind;
  return kind === 'group' ? formWords.variant(index + 1) : formWords.variantKinds[kind];
};

const Chooser = ({
  shape,
  index,
  label,
  onChoose,
}: {
  shape: VariantsShape;
  index: number;
  label: string;
  onChoose: (index: number) => void;
}) => {
  const names = shape.variants.map((variant, at) => variantLabel(variant, at));
  const isShort = names.length <= 4 && names.join('').length <= 36;
  if (isShort) {
    return (
      <Segments
        label={formWords.chooseKind(label)}
        options={names.map((name, at) => ({ value: String(at), label: name }))}
        value={String(index)}
        onChange={(value) => onChoose(Number(value))}
        className="op-kinds"
      />
    );
  }
  return (
    <select
      className="field tall op-select"
      aria-label={formWords.chooseKind(label)}
      value={String(index)}
      onChange={(event) => onChoose(Number(event.target.value))}
    >
      {names.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: variants have no other identity and never move.
        <option key={at} value={String(at)}>
          {shape.variants[at]?.isDeprecated ? `${name} (${formWords.deprecated})` : name}
        </option>
      ))}
    </select>
  );
};

/**
 * A choice between variants, and the fields of the chosen one. Fields with the same name keep their value when the variant
 * changes.
 */
export const VariantField = (props: FieldProps & { shape: VariantsShape }) => {
  const { name, label, pointer, shape, node, isRequired, depth, isPart, onChange } = props;
  const { Field } = useForm();
  const chosen: VariantNode | null = node.kind === 'variant' ? node : null;
  const variant = chosen ? shape.variants[chosen.index] : undefined;
  const isRoot = depth === 0;
  const inner = variant?.shape();
  return (
    <FormField
      field={props}
      wrong={inner?.kind === 'group' ? undefined : null}
      menu={isRoot ? [] : undefined}
      isGroup
      className={isRoot ? 'op-root' : isPart ? 'op-part' : undefined}
    >
      {() =>
        !chosen || !inner ? (
          <Button size="small" icon="plus" className="op-add" onClick={() => onChange(emptyNode(shape))}>
            {formWords.addOf(label)}
          </Button>
        ) : (
          <div className="op-variant">
            {chosen.tag && <span className="op-label-text">{fieldLabel(chosen.tag.property)}</span>}
            <Chooser
              shape={shape}
              index={chosen.index}
              label={chosen.tag ? fieldLabel(chosen.tag.property) : label}
              onChoose={(index) => onChange(switchVariant(shape, chosen, index))}
            />
            <Field
              key={chosen.index}
              name={name}
              label={label}
              pointer={pointer}
              shape={inner}
              node={chosen.node}
              isRequired
              isPart
              depth={isRoot ? 0 : depth}
              onChange={(child) =>
                onChange(child.kind === 'absent' && !isRequired && inner.kind !== 'group' ? absent : { ...chosen, node: child })
              }
            />
          </div>
        )
      }
    </FormField>
  );
};
