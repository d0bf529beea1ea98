import { useEffect, useMemo, useRef, useState } from 'react';
import type { Operation } from '../../../../preload/contract/catalogue.ts';
import { readStream } from '../../../../preload/contract/stream-words.ts';
import { Button } from '../../../components/controls/button.tsx';
import { Segments } from '../../../components/controls/choices.tsx';
import { CopyButton } from '../../../components/controls/copyable.tsx';
import { Icon } from '../../../components/icons/icon.tsx';
import { type Json, printJson } from '../../../forms/json/json.ts';
import { usePage } from '../../../page/page.ts';
import { operationWords } from '../../../words/operations.ts';
import { CodeView } from '../code/code-view.tsx';
import type { Answered } from '../request/sender.ts';
import { tableOf } from './answer-table.ts';
import { JsonTree } from './json-tree.tsx';
import { TableView } from './table-view.tsx';

type View = 'tree' | 'table' | 'raw';

/** A JSON answer as a tree, as a table if it is a collection, or as text. */
const JsonAnswer = ({ operation, value, onAllPages }: { operation: Operation; value: Json; onAllPages: (() => void) | null }) => {
  const table = useMemo(() => tableOf(operation, value), [operation, value]);
  const [chosen, setChosen] = useState<View | null>(null);
  const view = chosen === 'table' && !table ? 'tree' : (chosen ?? 'tree');
  const raw = useMemo(() => (view === 'raw' ? printJson(value) : ''), [value, view]);
  const views: View[] = table ? ['tree', 'table', 'raw'] : ['tree', 'raw'];
  const isPart = table !== null && table.total !== null && table.rows.length < table.total;
  return (
    <>
      <div className="op-views">
        <Segments
          label={operationWords.viewAs}
          options={views.map((one) => ({ value: one, label: operationWords.views[one] }))}
          value={view}
          onChange={setChosen}
        />
        <span className="grow small-text faint tabular cut">
          {table &&
            (isPart && table.total !== null
              ? operationWords.partOf(table.rows.length, table.total)
              : operationWords.entries(table.rows.length))}
        </span>
        {onAllPages !== null && isPart && (
          <Button size="small" onClick={onAllPages}>
            {operationWords.loadAll}
          </Button>
        )}
        <CopyButton text={printJson(value)} what={operationWords.answer} />
      </div>
      {view === 'tree' && <JsonTree value={value} label={operationWords.response} />}
      {view === 'table' && table && <TableView table={table} />}
      {view === 'raw' && <CodeView code={raw} label={operationWords.answerCode} />}
    </>
  );
};

/** A file, which the host keeps until the person saves it. */
const FileAnswer = ({ body }: { body: Extract<Answered['body'], { kind: 'file' }> }) => {
  const { bridge, commands } = usePage();
  const [saved, setSaved] = useState<string | null>(null);
  const save = async () => {
    const outcome = await bridge.saveDownload({ downloadId: body.downloadId });
    if (!outcome.ok) commands.tell(outcome.failure);
    else setSaved(outcome.value.savedAs === null ? null : operationWords.saved(outcome.value.savedAs));
  };
  return (
    <div className="op-file">
      <p className="medium break">{operationWords.fileAnswer(body.suggestedName, body.bytes)}</p>
      <p className="small-text faint">{operationWords.fileDetail}</p>
      <div className="row">
        <Button onClick={() => void save()}>{operationWords.save}</Button>
        {saved !== null && (
          <span className="small-text quiet break" role="status">
            {saved}
          </span>
        )}
      </div>
    </div>
  );
};

/** Streamed text, scrolled to its end while it arrives: the words of a model, or the raw events. */
export const StreamText = ({ text, isArriving }: { text: string; isArriving: boolean }) => {
  const reading = useMemo(() => readStream(text), [text]);
  const [chosen, setChosen] = useState<'words' | 'events' | null>(null);
  const view = chosen ?? (reading.words === '' ? 'events' : 'words');
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls to the end whenever text arrives.
  useEffect(() => {
    if (isArriving) end.current?.scrollIntoView({ block: 'nearest' });
  }, [text, isArriving]);
  return (
    <>
      {reading.words !== '' && (
        <div className="op-views">
          <Segments
            label={operationWords.viewAs}
            options={[
              { value: 'words', label: operationWords.streamText },
              { value: 'events', label: operationWords.streamEvents },
            ]}
            value={view}
            onChange={setChosen}
          />
          <span className="grow" />
          <CopyButton text={view === 'words' ? reading.words : text} what={operationWords.answer} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className={view === 'words' ? 'op-words' : 'op-code mono'} aria-live="off" tabIndex={0}>
        {view === 'words' ? reading.words : text}
        <div ref={end} />
      </div>
    </>
  );
};

/** Hides a secret until the person asks for it. */
const Secret = ({ children }: { children: React.ReactNode }) => {
  const [isShown, setShown] = useState(false);
  if (isShown) return children;
  return (
    <div className="op-file">
      <p className="row medium">
        <Icon name="lock" size="sm" />
        {operationWords.secretTitle}
      </p>
      <p className="small-text faint">{operationWords.secretDetail}</p>
      <Button onClick={() => setShown(true)}>{operationWords.showSecret}</Button>
    </div>
  );
};

const Body = ({
  operation,
  result,
  text,
  onAllPages,
}: {
  operation: Operation;
  result: Answered;
  text: string;
  onAllPages: (() => void) | null;
}) => {
  const { body } = result;
  switch (body.kind) {
    case 'empty':
      return <p className="small-text faint op-none">{operationWords.emptyBody}</p>;
    case 'json':
      return <JsonAnswer operation={operation} value={body.value as Json} onAllPages={onAllPages} />;
    case 'text':
      return <CodeView code={body.text} label={operationWords.answerCode} />;
    case 'file':
      return <FileAnswer body={body} />;
    case 'stream':
      return <StreamText text={body.text === '' ? text : body.text} isArriving={false} />;
  }
};

/** The body of an answer, according to its kind. A secret is hidden at first. */
export const AnswerBody = (props: { operation: Operation; result: Answered; text: string; onAllPages: (() => void) | null }) =>
  props.result.isSecret && props.result.body.kind !== 'empty' && props.result.body.kind !== 'file' ? (
    <Secret>
      <Body {...props} />
    </Secret>
  ) : (
    <Body {...props} />
  );
