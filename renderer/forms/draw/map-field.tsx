import { Button, IconButton } from '../../components/controls/button.tsx';
import { formWords } from '../../words/forms.ts';
import { addEntry, emptyMap, removeEntry, setEntry } from '../model/edit.ts';
import { initialNode } from '../model/initial.ts';
import type { MapEntry } from '../model/node.ts';
import { pointerTo } from '../model/problem.ts';
import type { MapShape, Shape } from '../model/shape.ts';
import { type FieldProps, useForm } from './form-context.ts';
import { FormField } from './form-field.tsx';

/** A map: names that a person chooses, each with its value. */
export const MapField = (props: FieldProps & { shape: MapShape }) => {
  const { pointer, shape, node, depth, onChange } = props;
  const map = node.kind === 'map' ? node : emptyMap;
  return (
    <FormField field={props} isGroup>
      {() => (
        <Entries
          entries={map.entries}
          shape={shape.value()}
          pointer={pointer}
          depth={depth}
          addLabel={formWords.addEntry}
          onChange={(entries) => onChange({ kind: 'map', entries })}
        />
      )}
    </FormField>
  );
};

/** The entries of a map, or the fields of a group that its schema does not name. */
export const Entries = ({
  entries,
  shape,
  pointer,
  depth,
  addLabel,
  onChange,
}: {
  entries: readonly MapEntry[];
  shape: Shape;
  pointer: string;
  depth: number;
  /** Label of the button that adds an entry; `null`: no button. */
  addLabel: string | null;
  onChange: (entries: MapEntry[]) => void;
}) => {
  const { Field } = useForm();
  return (
    <div className="op-cards">
      {entries.map((entry) => (
        <div key={entry.key} className="op-entry">
          <div className="field tall op-entry-name">
            <input
              className="mono"
              aria-label={formWords.entryName}
              placeholder={formWords.name}
              spellCheck={false}
              autoComplete="off"
              value={entry.name}
              onChange={(event) => onChange(setEntry(entries, entry.key, { name: event.target.value }))}
            />
          </div>
          <Field
            name={entry.name}
            label={entry.name === '' ? formWords.value : entry.name}
            pointer={pointerTo(pointer, entry.name)}
            shape={shape}
            node={entry.node}
            isRequired
            isPart
            depth={depth + 1}
            onChange={(node) => onChange(setEntry(entries, entry.key, { node }))}
          />
          <IconButton
            icon="close"
            size="small"
            label={formWords.removeOf(entry.name === '' ? formWords.value : entry.name)}
            onClick={() => onChange(removeEntry(entries, entry.key))}
          />
        </div>
      ))}
      {addLabel !== null && (
        <Button
          size="small"
          icon="plus"
          className="op-add"
          onClick={() => onChange(addEntry(entries, '', initialNode(shape, true)))}
        >
          {addLabel}
        </Button>
      )}
    </div>
  );
};
