import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { flatten } from '../../../../preload/contract/json-schema/flatten.ts';
import { argumentWords } from '../../words/api-arguments.ts';
import { failureWords, listingWords } from '../../words/api-failures.ts';
import type { CallArguments, CallOptions, Collection } from '../api.ts';
import type { Plan } from '../request/plan.ts';
import { prepare, type Sender } from '../request/prepare.ts';
import type { Run } from '../sending/exchange.ts';
import type { Perform } from '../sending/perform.ts';
import { type Page, readPage } from './page-shape.ts';
import type { FetchedPage, PageSource } from './page-source.ts';
import { type Doubt, largestPage, maximumTakes, readAllPages } from './paginator.ts';

/** What a listing needs besides its operation. */
export interface ListingContext {
  perform: Perform;
  sender: Sender;
  args: CallArguments;
  options: CallOptions;
  run: Run;
}

/** What is said about a listing that cannot be read to its end. */
const wordsOf = {
  'bad-answer': 'unexpected',
  'foreign-link': 'foreignLink',
  'no-link': 'noLink',
  'thin-pages': 'thinPages',
} as const;

/** Stands for an answer that is not a page of this listing, until `fetchPage` makes a failure of it. */
const notAPage = Symbol('not a page');

/** Reads every page of a listing. Asks for the largest pages that the operation allows, unless the caller chose a size. */
export async function list(plan: Plan, context: ListingContext): Promise<Outcome<Collection>> {
  const { operation } = plan;
  const refusal = refusalOf(plan, context.args);
  if (refusal) return failed(refusal);
  // Checked once, before anything is sent: the arguments of the pages differ only in the number.
  const checked = prepare(plan, context.args, context.options, context.sender);
  if (!checked.ok) return checked;
  const { request } = checked.value;
  const pageSize = sizeOf(plan, context.args);
  // The paginator knows the order of pages; this knows how one of them is requested and how failures read.
  const source: PageSource = {
    pagination: operation.pagination,
    pageSize,
    fetch: (position, signal) => fetchPage(plan, context, { ...position, pageSize, signal }),
    fail(kind, attempts) {
      const shared = { operationId: operation.id, method: operation.method, path: request.path, attempts };
      if (kind === 'incomplete-list') return { kind, ...failureWords.incompleteList(request, maximumTakes), ...shared };
      const text = failureWords[wordsOf[kind]](request);
      return { kind: 'bad-answer', ...text, ...shared };
    },
  };
  const listed = await readAllPages(source);
  if (!listed.ok) return listed;
  const { doubt, ...collection } = listed.value;
  const isShort = doubt?.kind === 'other-total' && doubt.total > collection.total;
  const items = collection.items.filter((item) => item !== undefined);
  const leftOut = collection.total - items.length;
  if (items.length === 0 && leftOut > 0) return failed(source.fail('bad-answer', collection.attempts));
  const warnings = [
    ...(doubt ? [warningOf(doubt, collection.total)] : []),
    ...(leftOut > 0 ? [listingWords.leftOut(leftOut, collection.total)] : []),
  ];
  return success({ ...collection, items, total: items.length, warnings, isShort, leftOut });
}

const warningOf = (doubt: Doubt, found: number): string =>
  doubt.kind === 'nothing-new' ? listingWords.nothingNew(found) : listingWords.otherTotal(doubt.total, found);

/** Refuses operations that are no listing, and a page other than the first: the caller would get all pages regardless. */
function refusalOf({ operation }: Plan, { query = {} }: CallArguments) {
  const base = { kind: 'invalid-arguments' as const, operationId: operation.id, method: operation.method };
  if (operation.collectionKey === null)
    return { ...base, message: argumentWords.notAListing(operation.id), field: 'operationId' };
  const page = query.page;
  if (page === undefined || String(page) === '1' || operation.pagination === 'none') return null;
  return { ...base, message: argumentWords.pageGiven(operation.id), field: 'query.page' };
}

/** Items a page: the caller's choice, else the most that the operation declares, else 200. */
function sizeOf({ operation, parameters, schemas }: Plan, { query = {} }: CallArguments): number {
  const name = operation.pageSizeParameter;
  if (name === null) return largestPage;
  const given = Number(query[name]);
  if (Number.isInteger(given) && given > 0) return given;
  const schema = parameters.query.get(name)?.schema;
  return (schema && flatten(schema, schemas).own.maximum) ?? largestPage;
}

/** Fetches one page. It is read in the turn in which it was parsed, so that the raw page is not kept. */
async function fetchPage(
  plan: Plan,
  context: ListingContext,
  position: { page: number; query?: Record<string, string>; pageSize: number; signal: AbortSignal },
): Promise<Outcome<FetchedPage>> {
  const { operation } = plan;
  const request = pageRequest(plan, context, position);
  if (!request.ok) return request;
  const { readItem = (raw: unknown) => raw, isListNeeded = false } = context.options;
  const reduce = (body: unknown): Page | typeof notAPage => readPage(body, operation, { readItem, isListNeeded }) ?? notAPage;
  // A part of the call's scope, so that the other pages can be aborted when one of them ends the listing.
  const scope = context.run.scope.branch(position.signal);
  const answered = await context.perform(request.value, { ...context.run, scope, reduce });
  scope.dispose();
  if (!answered.ok) return answered;
  const { body, attempts, status } = answered.value;
  const shared = { operationId: operation.id, method: operation.method, path: request.value.path, attempts, status };
  if (body === notAPage) return failed({ kind: 'bad-answer', ...failureWords.unexpected(request.value), ...shared });
  return success({ page: body as Page, url: request.value.url, attempts });
}

/** The request for one page: the caller's arguments with its number, cursor or link. */
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
  // These parameters of the link are not declared by the operation. Only they are taken from it.
  const search = new URLSearchParams(query).toString();
  return success({ ...request, url: `${request.url.split('?', 1)[0]}?${search}` });
}
