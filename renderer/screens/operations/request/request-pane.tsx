import { useMemo, useState } from 'react';
import type { Operation } from '../../../../preload/contract/catalogue.ts';
import { IconButton } from '../../../components/controls/button.tsx';
import { Segments } from '../../../components/controls/choices.tsx';
import { Icon } from '../../../components/icons/icon.tsx';
import { JsonControl } from '../../../forms/draw/json-control.tsx';
import { isSameJson, type Json, printJson } from '../../../forms/json/json.ts';
import { parseJson } from '../../../forms/json/parse.ts';
import { fromValue } from '../../../forms/model/from-value.ts';
import { usePage } from '../../../page/page.ts';
import { formWords } from '../../../words/forms.ts';
import { operationWords } from '../../../words/operations.ts';
import { CodeView } from '../code/code-view.tsx';
import { curlOf } from './curl.ts';
import { type Draft, formBody, type RequestShapes } from './request.ts';
import { type Shell, shells } from './shells.ts';

/**
 * The body as JSON beside the form. Each follows the other. A text that is not JSON stays as it is and shows what is wrong, while
 * the form keeps the last valid value. A change in the form replaces the text.
 */
export const BodyJson = ({ value, onChange }: { value: Json | undefined; onChange: (value: Json) => void }) => {
  const [written, setWritten] = useState<{ text: string; value: Json | undefined } | null>(null);
  const isInStep = written !== null && isSameJson(written.value, value);
  const text = isInStep ? written.text : value === undefined ? '' : printJson(value);
  const parsed = parseJson(text);
  const write = (next: string) => {
    const read = parseJson(next);
    setWritten({ text: next, value: read.ok ? read.value : value });
    if (read.ok) onChange(read.value);
  };
  const problem = parsed.ok || parsed.problem.fault === 'empty' ? null : parsed.problem;
  return (
    <div className="op-json-pane">
      <JsonControl
        ids={{ 'aria-invalid': problem !== null || undefined, 'aria-describedby': problem === null ? undefined : 'op-json-note' }}
        label={operationWords.jsonOfBody}
        text={text}
        isTall
        onChange={write}
      />
      {problem !== null && (
        <p id="op-json-note" className="small-text danger row field-note" role="status">
          <Icon name="alert" size="xs" />
          <span>
            {formWords.json(problem)}. <span className="faint">{formWords.jsonKept}.</span>
          </span>
        </p>
      )}
    </div>
  );
};

/** Exactly what will be sent: as a shell command, or the body as JSON that can be edited. */
export const RequestPane = ({
  operation,
  shapes,
  draft,
  shell,
  isWide,
  onShell,
  onWide,
  onDraft,
}: {
  operation: Operation;
  shapes: RequestShapes;
  draft: Draft;
  shell: Shell;
  isWide: boolean;
  onShell: (shell: Shell) => void;
  onWide: (isWide: boolean) => void;
  onDraft: (draft: Draft) => void;
}) => {
  const { copy } = usePage();
  const [shown, setShown] = useState<'curl' | 'json'>('curl');
  const curl = useMemo(() => curlOf(operation, shapes, draft, shell), [operation, shapes, draft, shell]);
  const { body } = shapes;
  return (
    <section className="op-request" aria-label={operationWords.request}>
      <header className="op-exchange-head">
        <h3 className="bold grow">{operationWords.request}</h3>
        <Segments
          label={operationWords.requestAs}
          options={[
            { value: 'curl', label: operationWords.curl },
            { value: 'json', label: operationWords.json },
          ]}
          value={shown}
          onChange={setShown}
        />
        <IconButton icon="copy" size="small" label={operationWords.copyCurl} onClick={() => void copy(curl)} />
        <IconButton
          icon="resize"
          size="small"
          className="op-widen"
          label={isWide ? operationWords.narrower : operationWords.wider}
          aria-pressed={isWide}
          onClick={() => onWide(!isWide)}
        />
      </header>
      {shown === 'curl' ? (
        <>
          <Segments
            className="op-shells"
            label={operationWords.shell}
            options={shells.map((value) => ({ value, label: operationWords.shells[value] }))}
            value={shell}
            onChange={onShell}
          />
          <CodeView code={curl} label={operationWords.requestCode} />
        </>
      ) : body === null ? (
        <p className="small-text faint op-none">{shapes.isFile ? operationWords.fileBody : operationWords.noBody}</p>
      ) : (
        <BodyJson value={formBody(shapes, draft)} onChange={(value) => onDraft({ ...draft, body: fromValue(body, value) })} />
      )}
    </section>
  );
};
