import { Button, IconButton } from '../../components/controls/button.tsx';
import { fieldLabel, formWords, singularLabel } from '../../words/forms.ts';
import { addItem, moveItem, removeItem, setItem } from '../model/edit.ts';
import { initialNode } from '../model/initial.ts';
import { absent, type ListItem, type ListNode } from '../model/node.ts';
import { pointerTo } from '../model/problem.ts';
import type { ListShape, Shape } from '../model/shape.ts';
import { useOptions } from '../pickers/use-options.ts';
import { isPlain } from './field-order.ts';
import { type FieldProps, useForm, useProblem } from './form-context.ts';
import { FormField } from './form-field.tsx';
import { pickerState } from './picker-state.ts';
import { pickedNode, shownText, typedNode } from './scalar-fields.tsx';
import { Tokens } from './tokens.tsx';
import { useSource } from './use-source.ts';
import { useUnknown } from './use-unknown.ts';

const emptyList: ListNode = { kind: 'list', items: [] };

type ListProps = FieldProps & { shape: ListShape };

/** A list: simple values as tokens in one field, other values as cards. */
export const ListField = (props: ListProps) => {
  const list = props.node.kind === 'list' ? props.node : emptyList;
  const item = props.shape.item();
  const isTokens = isPlain(item) && list.items.every(({ node }) => ['text', 'number', 'choice'].includes(node.kind));
  return isTokens ? <TokenList {...props} list={list} item={item} /> : <CardList {...props} list={list} item={item} />;
};

const TokenList = ({ list, item, ...props }: ListProps & { list: ListNode; item: Shape }) => {
  const { name, label, pointer, node, isRequired, onChange } = props;
  const { connectionId, problems } = useForm();
  const source = useSource(name, pointer, item);
  const offered = useOptions(source, connectionId);
  const own = useProblem(pointer);
  const itemWrong = list.items.map((_, index) => problems.get(pointerTo(pointer, index))?.[0]?.message ?? null);
  const listed =
    item.kind === 'choice' ? item.options.map(({ value }) => ({ value: value as string, label: String(value), detail: '' })) : [];
  const choices = { options: listed, isWhole: true, isLoading: false };
  const isStrict = source ? !source.takesText && (offered.isWhole || offered.isLoading) : item.kind === 'choice';
  const onTyped = useUnknown(pointer, label, { isStrict, offered: source ? offered : choices });
  const isEmptyList = node.kind === 'list' && list.items.length === 0;
  return (
    <FormField
      field={props}
      hint={isEmptyList && !isRequired ? formWords.entries(0) : null}
      wrong={own ?? itemWrong.find((message) => message !== null) ?? null}
    >
      {(ids) => (
        <Tokens
          ids={ids}
          label={label}
          tokens={list.items.map(({ key, node: child }, index) => ({
            key,
            text: shownText(child),
            isWrong: itemWrong[index] !== null,
          }))}
          options={source ? offered.options : listed}
          state={pickerState(source, offered, label)}
          isSplitAtComma={
            item.kind !== 'text' || item.schema.pattern !== undefined || item.schema.format !== undefined || source !== null
          }
          takesText={!isStrict}
          onTyped={onTyped}
          onOpen={() => source && offered.load()}
          onAdd={(texts) => onChange(texts.reduce((all, text) => addItem(all, listedNode(item, text)), list))}
          onPick={(options) => onChange(options.reduce((all, option) => addItem(all, pickedNode(item, option)), list))}
          onRemove={(key) => {
            const rest = removeItem(list, key);
            onChange(rest.items.length === 0 && !isRequired ? absent : rest);
          }}
        />
      )}
    </FormField>
  );
};

function listedNode(item: Shape, text: string) {
  const listed = item.kind === 'choice' ? item.options.find(({ value }) => String(value) === text) : undefined;
  return listed ? { kind: 'choice' as const, value: listed.value } : typedNode(item, text);
}

const CardList = ({ list, item, ...props }: ListProps & { list: ListNode; item: Shape }) => {
  const { name, pointer, depth, onChange } = props;
  const { Field } = useForm();
  const one = singularLabel(fieldLabel(name));
  const add = () => onChange(addItem(list, initialNode(item, true)));
  return (
    <FormField field={props} isGroup>
      {() => (
        <div className="op-cards">
          {list.items.map((entry, index) => (
            <div key={entry.key} className="op-card">
              <CardHead list={list} entry={entry} title={formWords.itemOf(one, index + 1)} onChange={onChange} />
              <Field
                name={name}
                label={formWords.itemOf(one, index + 1)}
                pointer={pointerTo(pointer, index)}
                shape={item}
                node={entry.node}
                isRequired
                isPart
                depth={depth + 1}
                onChange={(node) => onChange(setItem(list, entry.key, node))}
              />
            </div>
          ))}
          <Button size="small" icon="plus" className="op-add" onClick={add}>
            {formWords.addOf(one)}
          </Button>
        </div>
      )}
    </FormField>
  );
};

const CardHead = ({
  list,
  entry,
  title,
  onChange,
}: {
  list: ListNode;
  entry: ListItem;
  title: string;
  onChange: (list: ListNode) => void;
}) => (
  <div className="op-card-head">
    <span className="grow cut small-text medium">{title}</span>
    {list.items.length > 1 && (
      <>
        <IconButton icon="up" size="small" label={formWords.moveUp} onClick={() => onChange(moveItem(list, entry.key, -1))} />
        <IconButton icon="down" size="small" label={formWords.moveDown} onClick={() => onChange(moveItem(list, entry.key, 1))} />
      </>
    )}
    <IconButton
      icon="close"
      size="small"
      label={formWords.removeOf(title)}
      onClick={() => onChange(removeItem(list, entry.key))}
    />
  </div>
);
