import type { CallArguments } from '../../main/core/digitalocean/api.ts';
import type { FoundOperation } from '../../main/core/digitalocean/catalogue/load.ts';
import type { Parameter } from '../../main/core/digitalocean/catalogue/types.ts';
import { expectation } from '../../main/core/words/api-arguments.ts';
import type { QueryValue } from '../../preload/contract/api-address.ts';
import { flatten } from '../../preload/contract/json-schema/flatten.ts';
import { UsageError } from './parse.ts';

/**
 * Puts each `name=value` where the catalogue says it belongs. A query parameter that is given more than once becomes a list.
 * Throws a `UsageError` that names the parameter and says what is expected.
 */
export function assign(found: FoundOperation, values: readonly (readonly [string, string])[]): CallArguments {
  const path: Record<string, string> = {};
  const query: Record<string, QueryValue> = {};
  const headers: Record<string, string> = {};
  for (const [name, value] of values) {
    const parameter = find(found, name);
    checkValue(found, parameter, value);
    if (parameter.in === 'query') query[parameter.name] = withMore(found, parameter, query[parameter.name], value);
    else {
      const target = parameter.in === 'path' ? path : headers;
      if (Object.hasOwn(target, parameter.name)) throw new UsageError(`${parameter.name} was given twice.`);
      target[parameter.name] = value;
    }
  }
  for (const parameter of found.operation.parameters) {
    const given = { path, query, header: headers }[parameter.in];
    if (parameter.isRequired && !Object.hasOwn(given, parameter.name)) {
      throw new UsageError(`${found.operation.id} needs ${describe(found, parameter)}.`);
    }
  }
  return { path, query, headers };
}

/** "droplet_id=… (path, needed): a whole number from 1". */
export function describe({ schemas }: FoundOperation, { name, in: place, isRequired, schema }: Parameter): string {
  const words = expectation(schema, schemas);
  return `${name}=… (${place}${isRequired ? ', needed' : ''}): ${words}`;
}

function find(found: FoundOperation, name: string): Parameter {
  const { operation } = found;
  const parameter = operation.parameters.find(
    (one) => one.name === name || (one.in === 'header' && one.name.toLowerCase() === name.toLowerCase()),
  );
  if (parameter) return parameter;
  const known = operation.parameters.map((one) => `\n  ${describe(found, one)}`).join('');
  const body = operation.body ? '\nWhat belongs into the body goes with --body.' : '';
  throw new UsageError(
    `${operation.id} takes no ${name}.${known === '' ? ' It takes no parameters.' : ` It takes${known}`}${body}`,
  );
}

/** Only impossible values are refused, because ranges and choices change sooner than the published schema. */
function checkValue(found: FoundOperation, parameter: Parameter, value: string): void {
  const schema = flatten(parameter.schema, found.schemas).own;
  const type = schema.type === 'array' && schema.items ? flatten(schema.items, found.schemas).own.type : schema.type;
  const isPossible =
    (type === 'integer' && /^-?\d+$/.test(value)) ||
    (type === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) ||
    (type === 'boolean' && /^(true|false)$/.test(value)) ||
    (type !== 'integer' && type !== 'number' && type !== 'boolean');
  if (!isPossible) throw new UsageError(`${parameter.name}=${value} is not possible. Expected ${describe(found, parameter)}.`);
  if (parameter.in === 'path' && value === '')
    throw new UsageError(`${parameter.name} is empty. Expected ${describe(found, parameter)}.`);
}

function withMore(found: FoundOperation, parameter: Parameter, before: QueryValue, value: string): QueryValue {
  if (before === undefined) return value;
  const isList = flatten(parameter.schema, found.schemas).own.type === 'array';
  if (!isList) throw new UsageError(`${parameter.name} was given twice. Expected ${describe(found, parameter)}.`);
  return Array.isArray(before) ? [...before, value] : [String(before), value];
}
