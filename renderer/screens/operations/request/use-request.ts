import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { CatalogueIndex, Operation, TagCatalogue } from '../../../../preload/contract/catalogue.ts';
import { fromValue } from '../../../forms/model/from-value.ts';
import type { FieldProblem } from '../../../forms/model/problem.ts';
import { usePage } from '../../../page/page.ts';
import type { Place } from '../operation-place.ts';
import { apiRequest, type Draft, draftProblems, isBlocking, newDraft, type RequestShapes, requestShapes } from './request.ts';
import type { Exchange } from './sender.ts';
import { isGoodAddress } from './server-fields.tsx';
import { type OperationSession, sessionOf } from './sessions.ts';
import { useEdit } from './use-edit.ts';

/** Turns the core's `path.name` into a pointer of the form, `path/name`. `body/name` is one already. */
const pointerOf = (field: string): string => field.replace(/^(path|query|headers)\./, '$1/').replace(/^\//, '');

/** Problems that the core or the API reported, besides those that the form finds itself. */
const toldProblems = (exchange: Exchange): FieldProblem[] => {
  if (exchange.phase === 'mismatch') {
    return exchange.problems.map(({ field, message }) => ({ pointer: pointerOf(field), message, kind: 'misfit' as const }));
  }
  if (exchange.phase !== 'failed' || exchange.failure.field === undefined) return [];
  return [
    {
      pointer: pointerOf(exchange.failure.field),
      message: exchange.failure.errorMessage ?? exchange.failure.message,
      kind: 'misfit',
    },
  ];
};

/** Scrolls to the first field with a problem and focuses it. */
export const showFirstProblem = (form: HTMLElement | null): void => {
  requestAnimationFrame(() => {
    const wrong = [...(form?.querySelectorAll('[data-wrong]') ?? [])].find((one) => one.querySelector('[data-wrong]') === null);
    const control = wrong?.querySelector<HTMLElement>('input:not([disabled]), textarea, select, button.op-add');
    wrong?.scrollIntoView({ block: 'nearest' });
    control?.focus();
  });
};

/** Problems of a draft, without those that the thing had already when it was read: they are no fault of the person. */
function newProblems(shapes: RequestShapes, draft: Draft): FieldProblem[] {
  const all = draftProblems(shapes, draft);
  if (draft.origin === null || shapes.body === null || all.length === 0) return all;
  const read = draftProblems(shapes, { ...draft, body: fromValue(shapes.body, draft.origin.base) });
  const known = new Set(read.map(({ pointer, message }) => `${pointer} ${message}`));
  return all.filter(({ pointer, message }) => !known.has(`${pointer} ${message}`));
}

/** The request of one operation: its draft, its problems, and the functions that send it. */
export function useRequest({
  operation,
  catalogue,
  index,
  place,
  hash,
  connectionId,
  form,
  onSent,
}: {
  operation: Operation;
  catalogue: TagCatalogue;
  index: CatalogueIndex;
  place: Place;
  /** Hash of the page that brought the person here. */
  hash: string;
  connectionId: string | null;
  form: RefObject<HTMLElement | null>;
  onSent: (operationId: string) => void;
}) {
  const page = usePage();
  const session: OperationSession = sessionOf(page, operation.id);
  const shapes = useMemo(() => requestShapes(operation, catalogue.schemas), [operation, catalogue]);
  const first = useMemo(() => newDraft(shapes, place), [shapes, place]);
  useEffect(() => {
    const bringsValues = hash.includes('?');
    if (session.draft() !== null && (!bringsValues || session.startedFrom === hash)) return;
    session.startedFrom = hash;
    session.begin(first);
  }, [session, hash, first]);
  const draft = useSyncExternalStore(session.subscribe, session.draft) ?? first;
  const exchange = useSyncExternalStore(session.sender.subscribe, session.sender.exchange);
  const [isTried, setTried] = useState(false);
  const edit = useEdit({ operation, catalogue, index, shapes, draft, session, connectionId });
  const answeredBefore = useRef(exchange);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer.
  useEffect(() => {
    if (exchange.phase !== 'answered' || exchange === answeredBefore.current) return;
    answeredBefore.current = exchange;
    setTried(false);
    edit.wasSent();
  }, [exchange]);
  const unknown = useSyncExternalStore(session.subscribe, session.unknown);
  const own = useMemo(() => [...newProblems(shapes, draft), ...unknown.values()], [shapes, draft, unknown]);
  const problems = useMemo(() => [...own, ...toldProblems(exchange)], [own, exchange]);
  const needsAddress = operation.server === 'agent' || operation.server === 'presigned';
  const isHeld =
    own.some(isBlocking) || (needsAddress && !isGoodAddress(draft.otherBaseUrl)) || (shapes.isFile && draft.file === null);

  const setDraft = (next: Draft) => {
    // What the core said about the last draft may not hold for the next one.
    if (exchange.phase === 'mismatch') session.sender.clear();
    session.change(next);
  };
  const sendDraft = (sent: Draft, isSchemaMismatchAllowed: boolean) => {
    if (connectionId === null) return;
    onSent(operation.id);
    const requestId = crypto.randomUUID();
    void session.sender.send(apiRequest(operation, shapes, sent, { connectionId, requestId, isSchemaMismatchAllowed }));
  };
  const send = async ({ isAnyway }: { isAnyway: boolean }) => {
    // The problems have to be on the page before the first of them is gone to.
    flushSync(() => setTried(true));
    if (isHeld) return showFirstProblem(form.current);
    if (own.length > 0 && !isAnyway) return showFirstProblem(form.current);
    if (edit.hold !== null || edit.isChecking || !(await edit.isStillSo())) return;
    // What was read may not fit the published schema. The form has checked what the person changed.
    sendDraft(draft, isAnyway || draft.origin !== null);
  };
  return {
    shapes,
    draft,
    setDraft,
    onUnknown: session.setUnknown,
    exchange,
    problems,
    edit,
    isTried,
    isHeldBack: session.isTyped(),
    /** Only the published schema speaks against sending it. */
    canSendAnyway: !isHeld && ((isTried && own.length > 0) || exchange.phase === 'mismatch'),
    /** All problems are missing values. */
    isOnlyMissing: problems.every((problem) => problem.kind === 'missing'),
    send,
    sendAllPages: () => {
      const all = { ...draft, isAllPages: true };
      session.change(all);
      sendDraft(all, own.length > 0);
    },
    stop: () => session.sender.cancel(),
    reset: () => {
      setTried(false);
      session.sender.clear();
      session.begin(newDraft(shapes, { path: {}, query: {}, body: undefined }));
    },
  };
}
