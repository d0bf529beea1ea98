import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { fieldLabel, formWords } from '../../words/forms.ts';
import { fieldNode, setField } from '../model/edit.ts';
import { emptyNode, initialNode } from '../model/initial.ts';
import type { FormNode, GroupNode } from '../model/node.ts';
import { pointerLabel } from '../model/pointer-label.ts';
import { pointerTo } from '../model/problem.ts';
import type { Field, GroupShape, ListShape, Shape } from '../model/shape.ts';
import { FieldProblemNote } from './field-frame.tsx';
import { isPlain, splitFields } from './field-order.ts';
import { type FieldProps, useForm, useProblem, useProblemBelow } from './form-context.ts';
import { FormField } from './form-field.tsx';
import { Entries } from './map-field.tsx';

const emptyGroup: GroupNode = { kind: 'group', fields: new Map(), extras: [] };
const anyShape: Shape = { kind: 'json', root: 'any', isNullable: true, defaultValue: undefined };

/** An optional field with parts of its own is only a button until a person wants it: empty frames would fill the page. */
const isAddedLater = (field: Field): boolean => {
  if (field.isRequired) return false;
  const shape = field.shape();
  if (shape.kind === 'list') return !isPlain(shape.item());
  return shape.kind === 'group' || shape.kind === 'map' || shape.kind === 'variants';
};

const listOfOne = (shape: ListShape): FormNode => ({ kind: 'list', items: [{ key: 0, node: initialNode(shape.item(), true) }] });

/** Focuses a field after a button has added it. */
function useFocusOnAdded() {
  const container = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const slot = container.current?.querySelector(`[data-field="${CSS.escape(wanted.current)}"]`);
    wanted.current = null;
    slot?.querySelector<HTMLElement>('input, textarea, select, .op-add')?.focus();
  });
  return { container, focusNext: (name: string) => (wanted.current = name) };
}

/** The fields of a group: required and often used ones first, then switches in a row, then the rest, folded. */
export const GroupFields = ({
  shape,
  node,
  pointer,
  depth,
  onChange,
}: {
  shape: GroupShape;
  node: GroupNode;
  pointer: string;
  depth: number;
  onChange: (node: GroupNode) => void;
}) => {
  const { Field: FieldView } = useForm();
  const [isOpen, setOpen] = useState(false);
  const { first, switches, more } = useMemo(() => splitFields(shape, depth), [shape, depth]);
  // A field that once had a value stays visible: clearing it must not remove it from under the cursor.
  const seen = useRef(new Set<string>());
  for (const name of node.fields.keys()) seen.current.add(name);
  // So does one with a problem: what is wrong must not hide.
  const problemBelow = useProblemBelow();
  const { problems } = useForm();
  const isTold = ({ name }: Field): boolean =>
    problems.has(pointerTo(pointer, name)) || problemBelow(pointerTo(pointer, name)) !== null;
  for (const field of more) if (isTold(field)) seen.current.add(field.name);
  const folded = more.filter((field) => !seen.current.has(field.name));
  const { container, focusNext } = useFocusOnAdded();
  const visible = more.filter((field) => isOpen || seen.current.has(field.name));
  const isAdded = (field: Field) => !isAddedLater(field) || fieldNode(node, field.name).kind !== 'absent' || isTold(field);
  const addable = [...first, ...visible].filter((field) => !isAdded(field));
  const draw = (field: Field) => (
    <div key={field.name} className="op-slot" data-field={field.name}>
      <FieldView
        name={field.name}
        label={fieldLabel(field.name)}
        pointer={pointerTo(pointer, field.name)}
        shape={field.shape()}
        node={fieldNode(node, field.name)}
        isRequired={field.isRequired}
        isDeprecated={field.isDeprecated}
        depth={depth + 1}
        onChange={(child) => onChange(setField(node, shape, field.name, child))}
      />
    </div>
  );
  const add = (field: Field) => {
    focusNext(field.name);
    const child = field.shape();
    onChange(setField(node, shape, field.name, child.kind === 'list' ? listOfOne(child) : emptyNode(child)));
  };
  const hasExtras = node.extras.length > 0 || shape.extra !== null;
  return (
    <div ref={container} className="op-group">
      {first.filter(isAdded).map(draw)}
      {switches.length > 0 && <div className="op-switches">{switches.map(draw)}</div>}
      {visible.filter(isAdded).map(draw)}
      {addable.length > 0 && (
        <div className="op-adds">
          {addable.map((field) => (
            <Button
              key={field.name}
              size="small"
              icon="plus"
              aria-label={formWords.addOf(fieldLabel(field.name))}
              onClick={() => add(field)}
            >
              {fieldLabel(field.name)}
            </Button>
          ))}
        </div>
      )}
      {folded.length > 0 && (
        <button type="button" className="link row bare op-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? 'up' : 'right'} size="xs" />
          {isOpen ? formWords.fewerFields : formWords.moreFields(folded.length)}
        </button>
      )}
      {hasExtras && (
        <div className="op-field">
          <span className="op-label-text small-text">{formWords.otherFields}</span>
          {node.extras.length > 0 && shape.extra === null && <p className="small-text faint">{formWords.otherFieldsHint}</p>}
          <Entries
            entries={node.extras}
            shape={shape.extra?.() ?? anyShape}
            pointer={pointer}
            depth={depth}
            addLabel={shape.extra ? formWords.addField : null}
            onChange={(extras) => onChange({ ...node, extras })}
          />
        </div>
      )}
    </div>
  );
};

/** A group inside a form. While it is absent there is only a button; once it is set, its fields are indented. */
export const GroupField = (props: FieldProps & { shape: GroupShape }) => {
  const { label, pointer, shape, node, isRequired, depth, isPart, onChange } = props;
  const own = useProblem(pointer);
  const inside = useProblemBelow()(pointer);
  // What is wrong inside a group that is not open is told at the group.
  const isClosed = node.kind === 'absent' && !isRequired && !isPart;
  const wrong =
    own ?? (isClosed && inside ? `${pointerLabel(shape, inside.pointer.slice(pointer.length + 1))}: ${inside.message}` : null);
  const fields = (
    <GroupFields
      shape={shape}
      node={node.kind === 'group' ? node : emptyGroup}
      pointer={pointer}
      depth={depth}
      onChange={onChange}
    />
  );
  // A frame that came and went with the problem would take the focus out of the field that a person types in.
  if (isPart) {
    return (
      <div className="op-part-group" {...(wrong === null ? {} : { 'data-wrong': '' })}>
        {fields}
        {wrong !== null && <FieldProblemNote text={wrong} />}
      </div>
    );
  }
  return (
    <FormField field={props} wrong={wrong} isGroup>
      {() =>
        isClosed ? (
          <Button size="small" icon="plus" className="op-add" onClick={() => onChange(emptyNode(shape))}>
            {formWords.addOf(label)}
          </Button>
        ) : (
          <div className="op-nested">{fields}</div>
        )
      }
    </FormField>
  );
};
