import { type Ref, useMemo } from 'react';
import type { CatalogueIndex, Operation } from '../../../../preload/contract/catalogue.ts';
import { Checkbox } from '../../../components/controls/choices.tsx';
import { Note } from '../../../components/feedback/note.tsx';
import { FieldView } from '../../../forms/draw/field-view.tsx';
import { FormContext, type FormFacts } from '../../../forms/draw/form-context.ts';
import type { FieldProblem } from '../../../forms/model/problem.ts';
import { operationWords } from '../../../words/operations.ts';
import { EditNotes } from './edit-notes.tsx';
import { type Draft, formBody, pathValues, type RequestShapes } from './request.ts';
import { FileField, ServerFields } from './server-fields.tsx';
import type { FormEdit } from './use-edit.ts';

/** Everything that can be filled in for one operation. */
export const OperationForm = ({
  operation,
  shapes,
  draft,
  problems,
  isTried,
  connectionId,
  index,
  formRef,
  edit,
  onUnknown,
  onDraft,
}: {
  operation: Operation;
  shapes: RequestShapes;
  draft: Draft;
  problems: readonly FieldProblem[];
  /** The person tried to send, so missing values are shown as problems too. */
  isTried: boolean;
  connectionId: string | null;
  index: CatalogueIndex;
  formRef: Ref<HTMLFormElement>;
  edit: FormEdit;
  onUnknown: FormFacts['onUnknown'];
  onDraft: (draft: Draft) => void;
}) => {
  const facts = useMemo<FormFacts>(
    () => ({
      Field: FieldView,
      problems: Map.groupBy(problems, (problem) => problem.pointer),
      isEverythingShown: isTried,
      connectionId,
      index,
      operationPath: operation.path,
      pathValues: pathValues(draft),
      body: formBody(shapes, draft),
      onUnknown,
    }),
    [problems, isTried, connectionId, index, operation, shapes, draft, onUnknown],
  );
  const isEmpty = !shapes.path && !shapes.query && !shapes.body && !shapes.isFile && operation.server === 'api';
  // Nothing is filled in that would not be sent.
  const isBodyShown = edit.edit === null || !['reading', 'failed'].includes(edit.state.phase);
  const part = (name: 'path' | 'body' | 'query') => {
    const shape = shapes[name];
    return (
      shape && (
        <FieldView
          name={name}
          label={operationWords[`${name}Part`]}
          pointer={name}
          shape={shape}
          node={draft[name]}
          isRequired
          isPart
          depth={0}
          onChange={(node) => onDraft({ ...draft, [name]: node })}
        />
      )
    );
  };
  return (
    <FormContext value={facts}>
      <form ref={formRef} className="op-form-body" onSubmit={(event) => event.preventDefault()} aria-label={operation.title}>
        <ServerFields operation={operation} draft={draft} isTried={isTried} onDraft={onDraft} />
        {part('path')}
        <EditNotes form={edit} shape={shapes.body} />
        {isBodyShown && part('body')}
        {shapes.isFile && <FileField draft={draft} isTried={isTried} onDraft={onDraft} />}
        {part('query')}
        {operation.method === 'GET' && (
          <Checkbox isChecked={draft.isHeadersOnly} onChange={(isHeadersOnly) => onDraft({ ...draft, isHeadersOnly })}>
            {operationWords.headersOnly}
          </Checkbox>
        )}
        {operation.pagination !== 'none' && !draft.isHeadersOnly && (
          <Checkbox isChecked={draft.isAllPages} onChange={(isAllPages) => onDraft({ ...draft, isAllPages })}>
            {operationWords.allPages}
          </Checkbox>
        )}
        {shapes.ownHeaders.map((name) => (
          <Note key={name} icon="lock">
            {operationWords.ownHeader(name)}
          </Note>
        ))}
        {isEmpty && operation.pagination === 'none' && (
          <p className="faint">
            {operationWords.nothingToFill}. {operationWords.nothingToFillDetail}
          </p>
        )}
      </form>
    </FormContext>
  );
};
