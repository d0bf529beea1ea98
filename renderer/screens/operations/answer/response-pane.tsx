import { type ReactNode, useState } from 'react';
import type { Operation } from '../../../../preload/contract/catalogue.ts';
import { Button } from '../../../components/controls/button.tsx';
import { Note } from '../../../components/feedback/note.tsx';
import { ActionProgressText } from '../../../components/feedback/progress.tsx';
import { Icon } from '../../../components/icons/icon.tsx';
import { StatusGlyph } from '../../../components/icons/status-glyph.tsx';
import { useRow } from '../../../hooks/use-view.ts';
import { hrefOf } from '../../../routes/routes.ts';
import { operationWords } from '../../../words/operations.ts';
import type { Answered, Exchange } from '../request/sender.ts';
import { AnswerBody, StreamText } from './answer-body.tsx';
import { FailureAnswer } from './failure-answer.tsx';

const Head = ({ children }: { children?: ReactNode }) => (
  <header className="op-exchange-head">
    <h3 className="bold">{operationWords.response}</h3>
    {children}
  </header>
);

/** What the request cost of the budget, and the headers when a person opens them. */
const Evidence = ({ result: { cost, remaining, headers } }: { result: Answered }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="op-headers small-text">
      <div className="op-cost">
        <span className="faint tabular">{operationWords.cost(cost, remaining)}</span>
        {headers.length > 0 && (
          <button type="button" className="link row bare" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Icon name={isOpen ? 'down' : 'right'} size="xs" />
            {operationWords.headers(headers.length)}
          </button>
        )}
      </div>
      {isOpen && (
        <dl className="mono">
          {headers.map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a header may repeat, and the list never changes.
            <div key={index}>
              <dt>{name}</dt>
              <dd className="break">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
};

/** An action that the request started, followed to its end. */
const Following = ({ actionKey }: { actionKey: string }) => {
  const action = useRow('actions', actionKey);
  if (!action) return null;
  const isRunning = action.status === 'in-progress';
  return (
    <footer className="op-follow">
      <StatusGlyph name={isRunning ? 'running' : action.status === 'errored' ? 'failed' : 'done'} />
      <span className="cut">{action.title}</span>
      {isRunning && (
        <span className="small-text faint nowrap">
          <ActionProgressText action={action} />
        </span>
      )}
      <span className="grow" />
      <a className="link" href={action.route ?? hrefOf('activity', actionKey)}>
        {operationWords.follow}
      </a>
    </footer>
  );
};

const AnsweredPane = ({
  operation,
  exchange,
  onAllPages,
}: {
  operation: Operation;
  exchange: Extract<Exchange, { phase: 'answered' }>;
  onAllPages: () => void;
}) => {
  const { result } = exchange;
  const isFine = result.httpStatus < 400;
  return (
    <>
      <Head>
        <StatusGlyph name={isFine ? 'done' : 'failed'} />
        <span className="quiet cut grow">{operationWords.status(result.httpStatus)}</span>
        <span className="small-text faint tabular nowrap">{operationWords.took(result.durationMs)}</span>
      </Head>
      <Evidence result={result} />
      {result.warnings.length > 0 && (
        <div className="op-notes">
          {result.warnings.map((warning) => (
            <Note key={warning} tone="warn" icon="alert">
              {warning}
            </Note>
          ))}
        </div>
      )}
      <AnswerBody
        operation={operation}
        result={result}
        text={exchange.text}
        onAllPages={operation.pagination === 'none' || exchange.request.isAllPages ? null : onAllPages}
      />
      {result.actionKeys.map((key) => (
        <Following key={key} actionKey={key} />
      ))}
    </>
  );
};

/** How the request stands: waiting, arriving, answered or failed. */
export const ResponsePane = ({
  operation,
  exchange,
  onStop,
  onAllPages,
  onShowField,
}: {
  operation: Operation;
  exchange: Exchange;
  onStop: () => void;
  onAllPages: () => void;
  onShowField: () => void;
}) => (
  <section className="op-response" aria-label={operationWords.response} aria-busy={exchange.phase === 'sending' || undefined}>
    {(exchange.phase === 'idle' || exchange.phase === 'mismatch') && (
      <>
        <Head />
        <p className="small-text faint op-none">{operationWords.responseNone}</p>
      </>
    )}
    {exchange.phase === 'cancelled' && (
      <>
        <Head />
        <p className="small-text faint op-none">{operationWords.cancelled}</p>
      </>
    )}
    {exchange.phase === 'sending' && (
      <>
        <Head>
          <StatusGlyph name="running" />
          <span className="quiet grow cut" role="status">
            {exchange.text === '' ? operationWords.sending : operationWords.streaming}
          </span>
          <Button size="small" isBusy={exchange.isStopping} onClick={onStop}>
            {operationWords.stop}
          </Button>
        </Head>
        {exchange.text !== '' && <StreamText text={exchange.text} isArriving />}
      </>
    )}
    {exchange.phase === 'failed' && (
      <>
        <Head>
          <span className="quiet tabular">
            {exchange.failure.status !== undefined && operationWords.status(exchange.failure.status)}
          </span>
        </Head>
        {exchange.text !== '' && <StreamText text={exchange.text} isArriving={false} />}
        <FailureAnswer failure={exchange.failure} onShowField={exchange.failure.field === undefined ? null : onShowField} />
      </>
    )}
    {exchange.phase === 'answered' && <AnsweredPane operation={operation} exchange={exchange} onAllPages={onAllPages} />}
  </section>
);
