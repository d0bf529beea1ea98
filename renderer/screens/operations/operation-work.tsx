import { useRef, useState } from 'react';
import type { CatalogueIndex, Operation, TagCatalogue } from '../../../preload/contract/catalogue.ts';
import { dangerOf } from '../../../preload/contract/danger-of.ts';
import { classNames } from '../../components/class-names.ts';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/feedback/note.tsx';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useMeta } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { operationWords } from '../../words/operations.ts';
import { stateWords } from '../../words/states.ts';
import { ResponsePane } from './answer/response-pane.tsx';
import { OperationHead } from './operation-head.tsx';
import type { Place } from './operation-place.ts';
import { curlOf } from './request/curl.ts';
import { DropletPrice } from './request/droplet-price.tsx';
import { EditChanges } from './request/edit-notes.tsx';
import { OperationForm } from './request/operation-form.tsx';
import { bodyOf, problemNames } from './request/request.ts';
import { RequestPane } from './request/request-pane.tsx';
import { showFirstProblem, useRequest } from './request/use-request.ts';
import { useShell } from './request/use-shell.ts';

/** One operation: its form, the exact request, and the answer. */
export const OperationWork = ({
  operation,
  catalogue,
  index,
  place,
  hash,
  connectionId,
  isFavourite,
  onFavourite,
  onSent,
}: {
  operation: Operation;
  catalogue: TagCatalogue;
  index: CatalogueIndex;
  place: Place;
  hash: string;
  connectionId: string | null;
  isFavourite: boolean;
  onFavourite: (isOn: boolean) => void;
  onSent: (operationId: string) => void;
}) => {
  const { copy } = usePage();
  const { isOnline, platform } = useMeta();
  const [shell, setShell] = useShell(platform);
  const form = useRef<HTMLFormElement>(null);
  const [isWide, setWide] = useState(false);
  const request = useRequest({ operation, catalogue, index, place, hash, connectionId, form, onSent });
  const { shapes, draft, exchange } = request;
  const isSending = exchange.phase === 'sending' || request.edit.isChecking;
  const named = problemNames(shapes, request.problems);
  const offReason = connectionId === null ? operationWords.noTeam : isOnline ? null : stateWords.offlineReason;
  useHotkeys({
    'mod+Enter': () => {
      if (!isSending && offReason === null) void request.send({ isAnyway: false });
    },
  });
  return (
    <div className={classNames('op-work', isWide && 'wide-exchange')}>
      <section className="op-form" aria-label={operation.title}>
        <OperationHead
          operation={operation}
          danger={dangerOf(operation, shapes && bodyOf(shapes, draft))}
          isFavourite={isFavourite}
          isHeld={request.isHeldBack}
          onFavourite={onFavourite}
          onReset={request.reset}
        />
        <OperationForm
          operation={operation}
          shapes={shapes}
          draft={draft}
          problems={request.problems}
          isTried={request.isTried || exchange.phase === 'mismatch'}
          connectionId={connectionId}
          index={index}
          formRef={form}
          edit={request.edit}
          onUnknown={request.onUnknown}
          onDraft={request.setDraft}
        />
        <footer className="op-send">
          <EditChanges form={request.edit} shape={shapes.body} isTried={request.isTried} />
          {request.canSendAnyway && (
            <Note
              tone="warn"
              icon="alert"
              lead={request.isOnlyMissing ? operationWords.missing(named) : operationWords.misfits(named)}
              act={
                <Button size="small" onClick={() => void request.send({ isAnyway: true })}>
                  {operationWords.sendAnyway}
                </Button>
              }
            >
              {operationWords.misfitsDetail}
            </Note>
          )}
          <div className="row">
            <span className="grow small-text faint cut">
              {request.isTried && named.length > 0 && !request.canSendAnyway ? (
                operationWords.problems(named)
              ) : (
                <DropletPrice operation={operation} body={bodyOf(shapes, draft)} connectionId={connectionId} />
              )}
            </span>
            <Button onClick={() => void copy(curlOf(operation, shapes, draft, shell))}>{operationWords.copyCurl}</Button>
            <Button
              look="primary"
              keys={['Mod', '↵']}
              isBusy={isSending}
              offReason={offReason}
              onClick={() => void request.send({ isAnyway: false })}
            >
              {operationWords.send}
            </Button>
          </div>
        </footer>
      </section>
      <div className="op-exchange">
        <RequestPane
          operation={operation}
          shapes={shapes}
          draft={draft}
          shell={shell}
          isWide={isWide}
          onShell={setShell}
          onWide={setWide}
          onDraft={request.setDraft}
        />
        <ResponsePane
          operation={operation}
          exchange={exchange}
          onStop={request.stop}
          onAllPages={request.sendAllPages}
          onShowField={() => showFirstProblem(form.current)}
        />
      </div>
    </div>
  );
};
