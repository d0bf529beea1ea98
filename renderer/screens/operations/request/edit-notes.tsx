import type { JsonObject } from '../../../../preload/contract/json.ts';
import { Button } from '../../../components/controls/button.tsx';
import { Note } from '../../../components/feedback/note.tsx';
import { SkeletonRows } from '../../../components/feedback/skeleton.tsx';
import { pointerLabel } from '../../../forms/model/pointer-label.ts';
import type { Shape } from '../../../forms/model/shape.ts';
import { bestVariant } from '../../../forms/model/variant-fit.ts';
import { editWords } from '../../../words/edits.ts';
import { operationWords } from '../../../words/operations.ts';
import { ChangeList } from './change-list.tsx';
import type { FormEdit } from './use-edit.ts';

const labelsOf = (shape: Shape | null, fields: readonly string[]): string[] =>
  fields.map((field) => pointerLabel(shape, field.replaceAll('.', '/')));

/** Whether a thing of this kind has the field at all: a record of one type lacks most fields of the others. */
function hasField(shape: Shape | null, thing: JsonObject, name: string): boolean {
  if (shape?.kind !== 'variants') return true;
  const own = shape.variants[bestVariant(shape, thing) ?? -1]?.shape();
  return own?.kind !== 'group' || own.fields.some((field) => field.name === name);
}

/** Over the body of an update: what it was filled from, and what could not be read. */
export const EditNotes = ({ form, shape }: { form: FormEdit; shape: Shape | null }) => {
  const { edit, state, hidden } = form;
  if (edit === null) return null;
  switch (state.phase) {
    case 'idle':
      return <p className="small-text faint">{editWords.choose}</p>;
    case 'reading':
      return <SkeletonRows text={editWords.reading} />;
    case 'by-hand':
      return (
        <Note tone="warn" icon="alert" lead={editWords.byHandLead}>
          {editWords.byHandDetail[edit.sending]}
        </Note>
      );
    case 'failed':
      return (
        <>
          <Note tone="warn" icon="alert" lead={editWords.failedLead}>
            {state.failure ? [state.failure.message, state.failure.nextStep].filter(Boolean).join(' ') : editWords.absent}
          </Note>
          <div className="row buttons">
            <Button onClick={form.readAgain}>{operationWords.tryAgain}</Button>
            <Button onClick={form.fillByHand}>{editWords.byHand}</Button>
          </div>
        </>
      );
    case 'ready': {
      const resets = state.start.resets.filter((name) => hasField(shape, state.start.base, name));
      return (
        <>
          <div className="row small-text faint">
            <span className="grow">
              {editWords.filledAt(state.readAtMs)} {editWords.sends[edit.sending]}
            </span>
            <button type="button" className="link bare nowrap" onClick={form.readAgain}>
              {editWords.readAgain}
            </button>
          </div>
          {state.meanwhile.length > 0 && (
            <Note tone="warn" icon="alert" lead={editWords.meanwhileLead}>
              {editWords.meanwhile}
              <ChangeList changes={state.meanwhile} shape={shape} />
            </Note>
          )}
          {hidden.length > 0 && (
            <Note
              tone="warn"
              icon="lock"
              lead={editWords.hiddenLead(
                labelsOf(
                  shape,
                  hidden.map(({ field }) => field),
                ),
              )}
              act={
                <Button size="small" onClick={form.acceptHidden}>
                  {editWords.sendWithout}
                </Button>
              }
            >
              {editWords.hidden([...new Set(hidden.flatMap(({ scopes }) => scopes))])}
            </Note>
          )}
          {resets.length > 0 && <Note icon="info">{editWords.resets(labelsOf(shape, resets))}</Note>}
          {edit.untold !== undefined && <Note icon="info">{editWords.untold(labelsOf(shape, edit.untold))}</Note>}
        </>
      );
    }
  }
};

/** Before the button that sends: what the form changes. */
export const EditChanges = ({ form, shape, isTried }: { form: FormEdit; shape: Shape | null; isTried: boolean }) => {
  const { edit, state, changes, hold } = form;
  const isHeld = isTried && (hold === 'unread' || hold === 'hidden');
  const held = isHeld && (
    <p className="small-text warn" role="status">
      {editWords.held}
    </p>
  );
  if (edit === null) return null;
  if (state.phase !== 'ready') return held;
  if (changes.length === 0) {
    return (
      <p className="small-text faint" role={isTried ? 'status' : undefined}>
        {isTried ? editWords.nothingToSend : editWords.none}
      </p>
    );
  }
  return (
    <section aria-label={editWords.changes} className="op-change-box">
      <h3 className="small-text medium">{editWords.changed(changes.length)}</h3>
      <ChangeList changes={changes} shape={shape} />
      {held}
    </section>
  );
};
