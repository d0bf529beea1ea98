import type { Operation, Parameter, Schema } from '../../../../preload/contract/catalogue.ts';
import { type Change, changesBetween, sentBody } from '../../../../preload/contract/edits/difference.ts';
import type { Edit } from '../../../../preload/contract/edits/edit.ts';
import type { JobFile } from '../../../../preload/contract/job-files.ts';
import type { Schemas } from '../../../../preload/contract/json-schema/flatten.ts';
import type { ApiRequest } from '../../../../preload/contract/schema.ts';
import { isObject, type Json, type JsonObject } from '../../../forms/json/json.ts';
import { fromValue } from '../../../forms/model/from-value.ts';
import { initialNode } from '../../../forms/model/initial.ts';
import { absent, type FormNode } from '../../../forms/model/node.ts';
import { pointerLabel } from '../../../forms/model/pointer-label.ts';
import type { FieldProblem } from '../../../forms/model/problem.ts';
import type { Shape } from '../../../forms/model/shape.ts';
import { createShapes } from '../../../forms/model/shape-of.ts';
import { toValue } from '../../../forms/model/to-value.ts';
import { validate } from '../../../forms/model/validate.ts';

/** What an operation asks for; `null` where it asks for nothing of that kind. */
export interface RequestShapes {
  path: Shape | null;
  query: Shape | null;
  body: Shape | null;
  isBodyRequired: boolean;
  /** The body is a file. */
  isFile: boolean;
  /** Names of the headers that only Buoy sets. */
  ownHeaders: string[];
}

/** What was entered for one operation. It lasts as long as the page, and nothing of it is stored. */
export interface Draft {
  path: FormNode;
  query: FormNode;
  body: FormNode;
  file: JobFile | null;
  /** Address of an agent's own server, or a presigned URL. */
  otherBaseUrl: string;
  credentialName: string | null;
  isAllPages: boolean;
  /** Send HEAD in place of GET. */
  isHeadersOnly: boolean;
  /** What the body was filled from, if the operation edits an existing thing that was read. */
  origin: Origin | null;
}

export interface Origin {
  edit: Edit;
  /** The body that changes nothing. */
  base: JsonObject;
}

/** Headers of every request, so they are not shown as headers of this operation. */
const ownHeaders = ['accept', 'content-type', 'authorization'];

export function requestShapes(operation: Operation, schemas: Schemas): RequestShapes {
  const shapes = createShapes(schemas);
  const { body } = operation;
  const isFile = body !== null && /octet-stream|multipart/.test(body.mediaType);
  const groupOf = (place: Parameter['in']): Shape | null => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    return parameters.length === 0 ? null : shapes.of(groupSchema(parameters));
  };
  return {
    path: groupOf('path'),
    query: groupOf('query'),
    body: body === null || isFile ? null : shapes.of(body.schema),
    isBodyRequired: body?.isRequired ?? false,
    isFile,
    ownHeaders: operation.parameters
      .filter((parameter) => parameter.in === 'header' && !ownHeaders.includes(parameter.name.toLowerCase()))
      .map((parameter) => parameter.name),
  };
}

const groupSchema = (parameters: Parameter[]): Schema => ({
  type: 'object',
  properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.schema])),
  required: parameters.filter((parameter) => parameter.isRequired).map((parameter) => parameter.name),
});

/**
 * A draft with the values from the address. Parameter values are text there, and are converted to the kind that the operation
 * asks for.
 */
export function newDraft(
  shapes: RequestShapes,
  start: { path: Record<string, string>; query: Record<string, string>; body: Json | undefined },
): Draft {
  return {
    path: parametersNode(shapes.path, start.path),
    query: parametersNode(shapes.query, start.query),
    body: shapes.body ? (start.body === undefined ? initialNode(shapes.body, true) : fromValue(shapes.body, start.body)) : absent,
    file: null,
    otherBaseUrl: '',
    credentialName: null,
    isAllPages: false,
    origin: null,
    isHeadersOnly: false,
  };
}

function parametersNode(shape: Shape | null, values: Record<string, string>): FormNode {
  if (shape === null) return absent;
  const usual = toValue(initialNode(shape, true));
  return fromValue(shape, { ...(isObject(usual) ? usual : {}), ...typed(shape, values) });
}

function typed(shape: Shape, values: Record<string, string>): JsonObject {
  const entries = Object.entries(values).map(([name, text]): [string, Json] => {
    const field = shape.kind === 'group' ? shape.fields.find((one) => one.name === name) : undefined;
    return [name, field ? typedValue(field.shape(), text) : text];
  });
  return Object.fromEntries(entries);
}

function typedValue(shape: Shape, text: string): Json {
  if (shape.kind === 'number' && text !== '' && Number.isFinite(Number(text))) return Number(text);
  if (shape.kind === 'switch' && (text === 'true' || text === 'false')) return text === 'true';
  if (shape.kind === 'list') return text.split(',').map((part) => typedValue(shape.item(), part));
  return text;
}

/** The body that would be sent; `undefined`: none. Of some edits only what changed is sent. */
export function bodyOf(shapes: RequestShapes, draft: Draft): Json | undefined {
  const value = formBody(shapes, draft);
  return draft.origin && isObject(value) ? sentBody(draft.origin.edit, draft.origin.base, value) : value;
}

/** The body as the form shows it; `undefined`: none. An optional body in which nothing is set is left out. */
export function formBody(shapes: RequestShapes, draft: Draft): Json | undefined {
  if (shapes.body === null) return undefined;
  const value = toValue(draft.body);
  const isUnset =
    !shapes.isBodyRequired && draft.body.kind === 'group' && draft.body.fields.size + draft.body.extras.length === 0;
  return isUnset ? undefined : value;
}

/** What the form changes of the thing that it was filled from. */
export function draftChanges(shapes: RequestShapes, draft: Draft): Change[] {
  return draft.origin ? changesBetween(draft.origin.base, formBody(shapes, draft) ?? {}) : [];
}

const parameterValues = (node: FormNode): [string, Json][] => {
  const value = toValue(node);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
};

const asText = (value: Json): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

export const pathValues = (draft: Draft): Record<string, string> =>
  Object.fromEntries(parameterValues(draft.path).map(([name, value]) => [name, asText(value)]));

export const queryValues = (draft: Draft): Record<string, string | string[]> =>
  Object.fromEntries(
    parameterValues(draft.query).map(([name, value]) => [name, Array.isArray(value) ? value.map(asText) : asText(value)]),
  );

/** The request as the core takes it. */
export function apiRequest(
  operation: Operation,
  shapes: RequestShapes,
  draft: Draft,
  how: { connectionId: string; requestId: string; isSchemaMismatchAllowed: boolean },
): ApiRequest {
  const body = bodyOf(shapes, draft);
  const isElsewhere = operation.server !== 'api';
  return {
    ...how,
    operationId: operation.id,
    path: pathValues(draft),
    query: queryValues(draft),
    headers: {},
    isAllPages: draft.isAllPages && operation.pagination !== 'none' && !draft.isHeadersOnly,
    ...(draft.isHeadersOnly && operation.method === 'GET' ? { isHeadersOnly: true } : {}),
    ...(body === undefined ? {} : { body }),
    ...(draft.file ? { file: { name: draft.file.name, base64: draft.file.base64 } } : {}),
    ...(isElsewhere && draft.credentialName !== null ? { credentialName: draft.credentialName } : {}),
    ...(isElsewhere && draft.otherBaseUrl.trim() !== '' ? { otherBaseUrl: draft.otherBaseUrl.trim() } : {}),
  };
}

/** All problems, with pointers into `path`, `query` and `body`. */
export function draftProblems(shapes: RequestShapes, draft: Draft): FieldProblem[] {
  return [
    ...(shapes.path ? validate(shapes.path, draft.path, 'path', true) : []),
    ...(shapes.query ? validate(shapes.query, draft.query, 'query', true) : []),
    ...(shapes.body && formBody(shapes, draft) !== undefined
      ? validate(shapes.body, draft.body, 'body', shapes.isBodyRequired)
      : []),
  ];
}

/** Whether a problem makes it impossible to send the request: a value that cannot be read, or a missing path or query value. */
export const isBlocking = (problem: FieldProblem): boolean =>
  problem.kind === 'unreadable' || (problem.kind === 'missing' && !problem.pointer.startsWith('body'));

/** What a person calls the fields with problems, each once. A problem of the whole body says itself what is missing. */
export function problemNames(shapes: RequestShapes, problems: readonly FieldProblem[]): string[] {
  const nameOf = ({ pointer, message }: FieldProblem): string => {
    const [part = '', ...rest] = pointer.split('/');
    const shape = part === 'path' || part === 'query' || part === 'body' ? shapes[part] : null;
    return rest.length === 0 ? message : pointerLabel(shape, rest.join('/'));
  };
  return [...new Set(problems.map(nameOf))];
}
