import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CatalogueIndex, Operation, TagCatalogue } from '../../../../preload/contract/catalogue.ts';
import { rebased } from '../../../../preload/contract/edits/difference.ts';
import { type Edit, editOf } from '../../../../preload/contract/edits/edit.ts';
import { type EditStart, valueAt } from '../../../../preload/contract/edits/start.ts';
import { isObject, type JsonObject } from '../../../forms/json/json.ts';
import { fromValue } from '../../../forms/model/from-value.ts';
import { initialNode } from '../../../forms/model/initial.ts';
import { toValue } from '../../../forms/model/to-value.ts';
import { createEditReader } from '../../../page/edit-reader.ts';
import { usePage } from '../../../page/page.ts';
import type { EditTarget } from './edit-session.ts';
import { type Draft, draftChanges, formBody, pathValues, type RequestShapes } from './request.ts';
import type { OperationSession } from './sessions.ts';

/** Milliseconds without a key before a typed id is read. An id that was chosen or brought along is read at once. */
const typingMs = 400;

const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The draft with the body of a start, and with what the person changed since it was filled last. */
function filledDraft(edit: Edit, shapes: RequestShapes, draft: Draft, start: EditStart, before: JsonObject | null): Draft {
  if (shapes.body === null) return draft;
  const from = before ?? objectOf(toValue(initialNode(shapes.body, true)));
  const body = rebased(from, objectOf(formBody(shapes, draft)), start.base);
  return { ...draft, origin: { edit, base: start.base }, body: fromValue(shapes.body, body) };
}

/** Why an edit is not sent. */
export type EditHold = 'unread' | 'hidden' | 'unchanged';

/** Fills the form of an update with what is there, and looks once more before it is sent. Does nothing for other operations. */
export function useEdit({
  operation,
  catalogue,
  index,
  shapes,
  draft,
  session,
  connectionId,
}: {
  operation: Operation;
  catalogue: TagCatalogue;
  index: CatalogueIndex;
  shapes: RequestShapes;
  draft: Draft;
  session: OperationSession;
  connectionId: string | null;
}) {
  const { bridge, view } = usePage();
  const edit = useMemo(() => (shapes.body === null ? null : editOf(operation, index)), [operation, index, shapes]);
  const state = useSyncExternalStore(session.edit.subscribe, session.edit.state);
  const [isChecking, setChecking] = useState(false);
  const [isHiddenAccepted, setHiddenAccepted] = useState(false);
  const path = pathValues(draft);
  const isChosen = operation.parameters.every(({ in: place, name }) => place !== 'path' || (path[name] ?? '') !== '');
  const key = edit !== null && connectionId !== null && isChosen ? JSON.stringify([connectionId, path]) : null;
  const firstKey = useRef(key);

  const target = (): EditTarget | null =>
    edit === null || connectionId === null || key === null
      ? null
      : {
          key,
          edit,
          update: { operation, schemas: catalogue.schemas },
          path,
          reader: createEditReader(bridge, index, connectionId),
          now: view.now,
        };
  const fill = (start: EditStart, before: JsonObject | null): void => {
    const current = session.draft();
    if (edit === null || current === null) return;
    const next = filledDraft(edit, shapes, current, start, before);
    if (draftChanges(shapes, next).length === 0) session.begin(next);
    else session.change(next);
  };
  const read = async (isKept: boolean): Promise<void> => {
    const wanted = target();
    if (!wanted) return;
    const start = await session.edit.read(wanted);
    if (start) fill(start, isKept ? (session.draft()?.origin?.base ?? null) : null);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which thing is read; the rest follows from it.
  useEffect(() => {
    // Another address of the same thing begins the draft anew, with the values that it brings along.
    const isBegunAnew = key !== null && state.phase === 'ready' && draft.origin === null;
    if (edit === null || (session.edit.isFor(key) && !isBegunAnew)) return;
    setHiddenAccepted(false);
    if (key === null) return session.edit.leave();
    const timer = setTimeout(() => void readAnother(), key === firstKey.current ? 0 : typingMs);
    return () => clearTimeout(timer);
  }, [edit, key, session, draft.origin === null]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when a person comes back to the form.
  useEffect(() => {
    if (key !== null && session.edit.isFor(key) && state.phase === 'ready' && !session.isTyped()) void read(true);
  }, []);
  const readAnother = (): Promise<void> => {
    const current = session.draft();
    // What was filled in from another thing does not belong to this one.
    if (current?.origin && shapes.body) session.begin({ ...current, origin: null, body: initialNode(shapes.body, true) });
    session.edit.leave();
    return read(false);
  };

  const value = formBody(shapes, draft);
  const changes = draftChanges(shapes, draft);
  const hidden =
    state.phase === 'ready' && edit?.sending !== 'changes'
      ? state.hidden.filter(({ field }) => (valueAt(value, field) ?? []).toString() === '')
      : [];
  const holdOf = (): EditHold | null => {
    if (edit === null || state.phase === 'by-hand') return null;
    if (state.phase !== 'ready' || draft.origin === null) return 'unread';
    if (hidden.length > 0 && !isHiddenAccepted) return 'hidden';
    return changes.length === 0 ? 'unchanged' : null;
  };

  return {
    edit,
    state,
    changes,
    hidden: isHiddenAccepted ? [] : hidden,
    isChecking,
    hold: holdOf(),
    /** Reads it again and keeps what the person changed. */
    readAgain: () => void read(true),
    /** After it was sent: what was sent is there now, and is read once more. */
    wasSent: () => {
      const sent = session.draft();
      if (!sent?.origin || state.phase !== 'ready') return;
      session.begin({ ...sent, origin: { ...sent.origin, base: objectOf(formBody(shapes, sent)) } });
      void read(true);
    },
    fillByHand: () => session.edit.fillByHand(),
    acceptHidden: () => setHiddenAccepted(true),
    /** Whether the thing is still what the form was filled from. If not, the form has the newer state and says so. */
    isStillSo: async (): Promise<boolean> => {
      const wanted = target();
      if (!wanted || state.phase !== 'ready') return true;
      setChecking(true);
      const found = await session.edit.check(wanted, state.start);
      setChecking(false);
      if (found !== null && found !== 'same') fill(found, state.start.base);
      return found === 'same';
    },
  };
}

export type FormEdit = ReturnType<typeof useEdit>;
