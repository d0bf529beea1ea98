import { useMemo } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Switch } from '../../components/controls/choices.tsx';
import { usePage } from '../../page/page.ts';
import { formWords } from '../../words/forms.ts';
import type { Json } from '../json/json.ts';
import { absent, type FormNode } from '../model/node.ts';
import type { ChoiceShape, Shape, SwitchShape } from '../model/shape.ts';
import { isUnixMoment, momentOptions } from '../pickers/moments.ts';
import type { PickerOption } from '../pickers/option.ts';
import { useOptions } from '../pickers/use-options.ts';
import type { ComboState } from './combo.tsx';
import { isLongName, isSecretName } from './field-kinds.ts';
import { type FieldProps, useForm } from './form-context.ts';
import { FormField } from './form-field.tsx';
import { PickedText } from './picked-text.tsx';
import { pickerState } from './picker-state.ts';
import { SizeChoice } from './size-choice.tsx';
import { TextControl } from './text-control.tsx';
import { useSource } from './use-source.ts';
import { useUnknown } from './use-unknown.ts';

const shownDefault = (value: Json | undefined): string | undefined =>
  value === undefined || value === '' || typeof value === 'object' ? undefined : String(value);

/** The placeholder of an empty field: the API's default, else what a value looks like. */
const placeholderOf = (shape: Shape): string | undefined => {
  const byDefault = shownDefault(shape.defaultValue);
  if (byDefault !== undefined) return formWords.byDefault(byDefault);
  if (shape.kind === 'number') {
    const { minimum, maximum } = shape.schema;
    if (minimum !== undefined && maximum !== undefined && maximum < 1e12) return formWords.between(minimum, maximum);
    return minimum !== undefined && minimum > 0 ? formWords.atLeast(minimum) : undefined;
  }
  const format = shape.kind === 'text' ? shape.schema.format : undefined;
  return format === undefined ? undefined : (formWords.format(format) ?? undefined);
};

const isWhole = /^-?(0|[1-9]\d{0,14})$/;

/** The node for typed text. An empty field is left out; the menu has an entry for sending an empty text. */
export function typedNode(shape: Shape, text: string): FormNode {
  if (text === '') return absent;
  if (shape.kind === 'number') return { kind: 'number', text };
  if (shape.kind === 'mixed' && isWhole.test(text)) return { kind: 'number', text };
  return shape.kind === 'choice' ? { kind: 'choice', value: text } : { kind: 'text', text };
}

/** The node for a chosen option, of the kind that the field takes. */
export function pickedNode(shape: Shape, { value }: PickerOption): FormNode {
  if (shape.kind === 'number' || (shape.kind === 'mixed' && typeof value === 'number'))
    return { kind: 'number', text: String(value) };
  return shape.kind === 'choice' ? { kind: 'choice', value } : { kind: 'text', text: String(value) };
}

/** The text of a node with a single value; '' for all others. */
export const shownText = (node: FormNode): string => {
  if (node.kind === 'text' || node.kind === 'number') return node.text;
  return node.kind === 'choice' ? String(node.value) : '';
};

/** The times are computed when the field is first rendered: an option that changes while a person reads it cannot be chosen. */
const useMoments = (isWanted: boolean): PickerOption[] | null => {
  const { view } = usePage();
  return useMemo(() => (isWanted ? momentOptions(view.now()) : null), [isWanted, view]);
};

/** A text or a number, with existing things to choose from if the field's name tells what it refers to. */
export const TextField = (props: FieldProps) => {
  const { name, label, pointer, shape, node, isPart, onChange } = props;
  const { connectionId, operationPath } = useForm();
  const source = useSource(name, pointer, shape);
  const moments = useMoments(isUnixMoment(name, operationPath));
  const offered = useOptions(source, connectionId);
  const onTyped = useUnknown(pointer, label, { isStrict: source !== null && !source.takesText, offered });
  const text = shownText(node);
  const isEmptyText = node.kind === 'text' && node.text === '';
  const placeholder = isEmptyText ? formWords.isEmpty : placeholderOf(shape);
  const isSizes = source?.familyId === 'sizes_list' && !isPart;
  return (
    <FormField
      field={props}
      hint={isEmptyText ? formWords.isEmptyHint : null}
      isGroup={isSizes}
      className={isPart ? 'op-part' : undefined}
    >
      {(ids) =>
        isSizes ? (
          <SizeChoice
            ids={ids}
            label={label}
            text={text}
            offered={offered}
            onType={(typed) => onChange(typedNode(shape, typed))}
          />
        ) : source || moments ? (
          <PickedText
            ids={ids}
            label={label}
            text={text}
            placeholder={placeholder}
            options={moments ?? offered.options}
            takesText={source?.takesText === true}
            onTyped={onTyped}
            state={pickerState(source, offered, label)}
            onOpen={() => offered.load()}
            onType={(typed) => onChange(typedNode(shape, typed))}
            onPick={(option) => onChange(pickedNode(shape, option))}
          />
        ) : (
          <TextControl
            ids={ids}
            text={text}
            placeholder={placeholder}
            isLong={shape.kind === 'text' && isLongName(name)}
            isSecret={shape.kind === 'text' && isSecretName(name)}
            inputMode={shape.kind === 'number' ? (shape.isInteger ? 'numeric' : 'decimal') : undefined}
            onChange={(typed) => onChange(typedNode(shape, typed))}
          />
        )
      }
    </FormField>
  );
};

const manyOptions = 12;
const noState: ComboState = {
  isLoading: false,
  loadingText: '',
  note: null,
  retry: null,
};

/**
 * One of several known values. Few values use the system's own list; many use a searchable one, which also takes other values.
 */
export const ChoiceField = (props: FieldProps & { shape: ChoiceShape }) => {
  const { label, shape, node, isRequired, isPart, onChange } = props;
  const text = shownText(node);
  const options = shape.options.map(({ value, isDeprecated }) => ({
    value: value as string | number,
    label: String(value),
    detail: isDeprecated ? formWords.deprecated : '',
  }));
  const nodeOf = (typed: string): FormNode => {
    const listed = shape.options.find(({ value }) => String(value) === typed);
    return listed ? { kind: 'choice', value: listed.value } : typedNode(shape, typed);
  };
  const byDefault = shownDefault(shape.defaultValue);
  const unset = byDefault === undefined ? (isRequired ? formWords.choose : formWords.notSent) : formWords.byDefault(byDefault);
  return (
    <FormField field={props} className={isPart ? 'op-part' : undefined}>
      {(ids) =>
        options.length > manyOptions ? (
          <PickedText
            ids={ids}
            label={label}
            text={text}
            placeholder={unset}
            options={options}
            takesText={false}
            state={noState}
            onOpen={() => {}}
            onType={(typed) => onChange(nodeOf(typed))}
            onPick={(option) => onChange(nodeOf(String(option.value)))}
          />
        ) : (
          <select
            {...ids}
            className={classNames('field tall op-select', text === '' && 'faint', ids['aria-invalid'] && 'wrong')}
            value={text}
            onChange={(event) => onChange(nodeOf(event.target.value))}
          >
            <option value="">{unset}</option>
            {text !== '' && !options.some((option) => option.label === text) && <option value={text}>{text}</option>}
            {options.map((option) => (
              <option key={option.label} value={option.label}>
                {option.detail === '' ? option.label : `${option.label} (${option.detail})`}
              </option>
            ))}
          </select>
        )
      }
    </FormField>
  );
};

/** Yes, no, or not sent. While nothing is sent, the switch shows the API's default. */
export const SwitchField = (props: FieldProps & { shape: SwitchShape }) => {
  const { label, shape, node, onChange } = props;
  const isSet = node.kind === 'switch';
  const isOn = isSet ? node.isOn : shape.defaultValue === true;
  return (
    <FormField field={props} isGroup className="op-switch">
      {() => (
        <span className={isSet ? 'row' : 'row op-unset'}>
          <Switch isOn={isOn} label={label} onChange={(next) => onChange({ kind: 'switch', isOn: next })} />
        </span>
      )}
    </FormField>
  );
};
