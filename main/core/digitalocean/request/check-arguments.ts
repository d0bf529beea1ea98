import type { QueryValue } from '../../../../preload/contract/api-address.ts';
import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { flatten } from '../../../../preload/contract/json-schema/flatten.ts';
import { type Misfit, misfits } from '../../../../preload/contract/json-schema/misfit.ts';
import { argumentWords, expectation } from '../../words/api-arguments.ts';
import type { CallArguments } from '../api.ts';
import type { Parameter } from '../catalogue/types.ts';
import type { Plan } from './plan.ts';

type Place = Parameter['in'];
/** The names of each place in `CallArguments` and in a failure's `field`. */
const groupOf = { path: 'path', query: 'query', header: 'headers' } as const;

/**
 * Checks the arguments against the catalogue. An unknown or missing one is a failure that names it and says what is expected.
 * Values that do not fit the published schema are warnings; with `isStrict` they are a failure if they are in the body.
 */
export function checkArguments(plan: Plan, args: CallArguments, isStrict: boolean): Outcome<string[]> {
  const warnings: string[] = [];
  for (const place of ['path', 'query', 'header'] as const) {
    const failure = checkPlace(plan, place, args[groupOf[place]] ?? {}, warnings);
    if (failure) return failed(failure);
  }
  const body = checkBody(plan, args.body, isStrict);
  return body.ok ? success([...warnings, ...body.value]) : body;
}

function invalid({ operation }: Plan, field: string, message: string, nextStep?: string): Failure {
  const shared = { kind: 'invalid-arguments' as const, message, operationId: operation.id, method: operation.method, field };
  return nextStep === undefined ? shared : { ...shared, nextStep };
}

function checkPlace(plan: Plan, place: Place, values: Readonly<Record<string, QueryValue>>, warnings: string[]): Failure | null {
  const known = plan.parameters[place];
  for (const [given, value] of Object.entries(values)) {
    const name = place === 'header' ? headerName(known, given) : given;
    const parameter = known.get(name);
    const field = `${groupOf[place]}.${given}`;
    if (!parameter)
      return invalid(plan, field, argumentWords.unknown(plan.operation.id, field), argumentWords.known(namesOf(plan)));
    if (value === undefined) continue;
    if (place === 'path' && value === '') {
      return invalid(plan, field, argumentWords.empty(field), argumentWords.expected(field, expected(plan, parameter)));
    }
    warnings.push(...valueWarnings(plan, parameter, field, value));
  }
  const names = new Set(Object.keys(values).map((name) => (place === 'header' ? headerName(known, name) : name)));
  for (const parameter of known.values()) {
    if (!parameter.isRequired || (names.has(parameter.name) && values[parameter.name] !== undefined)) continue;
    if (place === 'header' && names.has(parameter.name)) continue;
    const field = `${groupOf[place]}.${parameter.name}`;
    return invalid(
      plan,
      field,
      argumentWords.missing(plan.operation.id, field),
      argumentWords.expected(field, expected(plan, parameter)),
    );
  }
  return null;
}

/** The case of header names does not matter. */
function headerName(known: ReadonlyMap<string, Parameter>, given: string): string {
  for (const name of known.keys()) if (name.toLowerCase() === given.toLowerCase()) return name;
  return given;
}

const namesOf = ({ parameters, operation }: Plan): string[] => [
  ...(['path', 'query', 'header'] as const).flatMap((place) =>
    [...parameters[place].keys()].map((name) => `${groupOf[place]}.${name}`),
  ),
  ...(operation.body ? ['body'] : []),
];

const expected = (plan: Plan, { schema }: Parameter): string => expectation(schema, plan.schemas);

function valueWarnings(plan: Plan, { schema }: Parameter, field: string, value: QueryValue): string[] {
  const { type } = flatten(schema, plan.schemas).own;
  // A single value counts as a list of one.
  const typed = type === 'array' && !Array.isArray(value) ? [asTyped(value, undefined)] : asTyped(value, type);
  return misfits(typed, schema, plan.schemas, 3).map((misfit) => misfitText(plan, misfit, field));
}

/** URLs carry text, so a number written as text counts as a number. */
function asTyped(value: QueryValue, type: string | undefined): unknown {
  if ((type === 'integer' || type === 'number') && typeof value === 'string' && value.trim() !== '') return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  return value;
}

function checkBody(plan: Plan, body: unknown, isStrict: boolean): Outcome<string[]> {
  const facts = plan.operation.body;
  if (body === undefined) {
    if (!facts?.isRequired) return success([]);
    const wanted = facts.schema ? expectation(facts.schema, plan.schemas) : facts.mediaType;
    return failed(
      invalid(plan, 'body', argumentWords.missing(plan.operation.id, 'body'), argumentWords.expected('body', wanted)),
    );
  }
  if (!facts) {
    return failed(invalid(plan, 'body', argumentWords.noBody(plan.operation.id), argumentWords.known(namesOf(plan))));
  }
  if (!facts.schema || body instanceof Uint8Array || facts.mediaType !== 'application/json') return success([]);
  const found = misfits(body, facts.schema, plan.schemas);
  const [first] = found;
  if (isStrict && first) {
    const field = `body${first.pointer}`;
    return failed(
      invalid(
        plan,
        field,
        misfitText(plan, first, 'body'),
        argumentWords.expected(field, expectation(first.schema, plan.schemas)),
      ),
    );
  }
  return success(found.map((misfit) => misfitText(plan, misfit, 'body')));
}

/** A mismatch as a sentence: "body/name is missing; expected text". */
const misfitText = ({ schemas }: Plan, { pointer, kind, schema }: Misfit, root: string): string =>
  argumentWords.mismatch(`${root}${pointer}`, kind, expectation(schema, schemas));
