import type { Change } from '../../../../preload/contract/edits/difference.ts';
import { pointerSteps } from '../../../../preload/contract/json-schema/pointer.ts';
import { isSecretName } from '../../../forms/draw/field-kinds.ts';
import type { Json } from '../../../forms/json/json.ts';
import { pointerLabel } from '../../../forms/model/pointer-label.ts';
import type { Shape } from '../../../forms/model/shape.ts';
import { editWords } from '../../../words/edits.ts';

/** A value in one line, as a person reads it. */
function textOf(value: Json | undefined): string {
  if (value === undefined) return '';
  if (value === '') return editWords.empty;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const isReordered = ({ before, after }: Change): boolean =>
  Array.isArray(before) && Array.isArray(after) && before.length === after.length && before.length > 0;

const Sides = ({ change }: { change: Change }) => {
  const { pointer, before, after } = change;
  if (isReordered(change)) return <span className="faint">{editWords.order}</span>;
  const isSecret = pointerSteps(pointer).some(isSecretName);
  const [was, is] = [before, after].map((value) => (isSecret && value !== undefined ? editWords.hiddenValue : textOf(value)));
  if (before === undefined) {
    return (
      <>
        <span className="tag">{editWords.added}</span> <ins className="break">{is}</ins>
      </>
    );
  }
  if (after === undefined) {
    return (
      <>
        <span className="tag warn">{editWords.removed}</span> <del className="break">{was}</del>
      </>
    );
  }
  return (
    <>
      <span className="unseen">{editWords.was} </span>
      <del className="break">{was}</del> <span aria-hidden="true">→</span> <span className="unseen">{editWords.becomes} </span>
      <ins className="break">{is}</ins>
    </>
  );
};

/** Which fields change, from what to what. */
export const ChangeList = ({ changes, shape }: { changes: readonly Change[]; shape: Shape | null }) => (
  <dl className="op-changes small-text">
    {changes.map((change) => (
      <div key={`${change.pointer} ${change.before === undefined}`}>
        <dt className="faint">{pointerLabel(shape, change.pointer)}</dt>
        <dd>
          <Sides change={change} />
        </dd>
      </div>
    ))}
  </dl>
);
