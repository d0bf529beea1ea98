import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { flatten } from '../../../../preload/contract/json-schema/flatten.ts';
import { argumentWords } from '../../words/api-arguments.ts';
import { failureWords } from '../../words/api-failures.ts';
import type { CallArguments, CallOptions, Collection } from '../api.ts';
import type { Plan } from '../request/plan.ts';
import { prepare, type Sender } from '../request/prepare.ts';
import type { Run } from '../sending/exchange.ts';
import type { Perform } from '../sending/perform.ts';
import { type Page, readPage } from './page-shape.ts';
import { type FetchedPage, largestPage, maximumTakes, type PageSource, readAllPages } from './paginator.ts';

/** What a listing needs besides its operation. */
export interface ListingContext {
  perform: Perform;
  sender: Sender;
  args: CallArguments;
  options: CallOptions;
  run: Run;
}

/** A page that came, but is none: thrown where it is read, inside the exchange. */
const notAPage = Symbol('not a page');

/** Every page of a listing. The size of a page is the largest that is allowed, unless the caller gave one. */
export async function list(plan: Plan, context: ListingContext): Promise<Outcome<Collection>> {
  const { operation } = plan;
  const refusal = refusalOf(plan, context.args);
  if (refusal) return failed(refusal);
  // Checked once, before anything is sent; every page has the same arguments but for its number.
  const checked = prepare(plan, context.args, context.options, context.sender);
  if (!checked.ok) return checked;
  const { request } = checked.value;
  const pageSize = sizeOf(plan, context.args);
  const source: PageSource = {
    pagination: operation.pagination,
    pageSize,
    fetch: (position, signal) => fetchPage(plan, context, { ...position, pageSize, signal }),
    fail(kind, attempts) {
      const shared = { operationId: operation.id, method: operation.method, path: request.path, attempts };
      if (kind === 'incomplete-list') return { kind, ...failureWords.incompleteList(request, maximumTakes), ...shared };
      const text = kind === 'foreign-link' ? failureWords.foreignLink(request) : failureWords.unexpected(request);
      return { kind: 'bad-answer', ...text, ...shared };
    },
  };
  return readAllPages(source);
}

function refusalOf({ operation }: Plan, { query = {} }: CallArguments) {
  const base = { kind: 'invalid-arguments' as const, operationId: operation.id, method: operation.method };
  if (operation.collectionKey === null)
    return { ...base, message: argumentWords.notAListing(operation.id), field: 'operationId' };
  const page = query.page;
  if (page === undefined || String(page) === '1' || operation.pagination === 'none') return null;
  return { ...base, message: argumentWords.pageGiven(operation.id), field: 'query.page' };
}

function sizeOf({ operation, parameters, schemas }: Plan, { query = {} }: CallArguments): number {
  const name = operation.pageSizeParameter;
  if (name === null) return largestPage;
  const given = Number(query[name]);
  if (Number.isInteger(given) && given > 0) return given;
  const schema = parameters.query.get(name)?.schema;
  return (schema && flatten(schema, schemas).own.maximum) ?? largestPage;
}

async function fetchPage(
  plan: Plan,
  context: ListingContext,
  position: { page: number; query?: Record<string, string>; pageSize: number; signal: AbortSignal },
): Promise<Outcome<FetchedPage>> {
  const { operation } = plan;
  const request = pageRequest(plan, context, position);
  if (!request.ok) return request;
  const readItem = context.options.readItem ?? ((raw: unknown) => raw);
  const reduce = (body: unknown): Page | typeof notAPage => readPage(body, operation, readItem) ?? notAPage;
  const scope = context.run.scope.branch(position.signal);
  const answered = await context.perform(request.value, { ...context.run, scope, reduce });
  scope.dispose();
  if (!answered.ok) return answered;
  const { body, attempts, status } = answered.value;
  const shared = { operationId: operation.id, method: operation.method, path: request.value.path, attempts, status };
  if (body === notAPage) return failed({ kind: 'bad-answer', ...failureWords.unexpected(request.value), ...shared });
  return success({ page: body as Page, url: request.value.url, attempts });
}

function pageRequest(
  plan: Plan,
  { args, options, sender }: ListingContext,
  { page, query, pageSize }: { page: number; query?: Record<string, string>; pageSize: number },
) {
  const { operation, parameters } = plan;
  const own: Record<string, string | number> = {};
  const isNumbered = operation.pagination.startsWith('page');
  if (operation.pageSizeParameter !== null && operation.pagination !== 'none') own[operation.pageSizeParameter] = pageSize;
  if (isNumbered && parameters.query.has('page')) own.page = page;
  if (operation.pagination === 'cursor') Object.assign(own, query);
  const prepared = prepare(plan, { ...args, query: { ...args.query, ...own } }, options, sender);
  if (!prepared.ok) return prepared;
  const { request } = prepared.value;
  if (operation.pagination !== 'links-only' || !query) return success(request);
  // The link's own parameters, which the operation does not declare; its server and path were held to the first page's.
  const search = new URLSearchParams(query).toString();
  return success({ ...request, url: `${request.url.split('?', 1)[0]}?${search}` });
}
