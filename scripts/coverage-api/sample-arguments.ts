import type { CallArguments } from '../../main/core/digitalocean/api.ts';
import { type Extent, makeValue } from '../../main/demo/schema/make.ts';
import { randomOf } from '../../main/demo/world/random.ts';
import type { QueryValue } from '../../preload/contract/api-address.ts';
import type { Operation, Parameter, Schema } from '../../preload/contract/catalogue.ts';

type SampleExtent = Exclude<Extent, 'full'>;

/** Values for every required parameter of an operation; with `most`, also for the others. The same each time. */
export function sampleArguments(
  operation: Operation,
  schemas: Record<string, Schema>,
  extent: SampleExtent,
): Required<Omit<CallArguments, 'body'>> & { body?: unknown } {
  const around = { random: randomOf(operation.id), nowMs: Date.UTC(2026, 10, 23), noun: 'sample', reference: () => undefined };
  const make = (schema: Schema) => makeValue(schema, schemas, around, extent);
  const chosen = operation.parameters.filter((parameter) => parameter.isRequired || extent === 'most');
  const values = (place: Parameter['in']) =>
    Object.fromEntries(chosen.filter((one) => one.in === place).map(({ name, schema }) => [name, make(schema)]));
  const schema = operation.body?.schema;
  const needsBody = operation.body !== null && (operation.body.isRequired || extent === 'most' || schema?.required !== undefined);
  return {
    path: values('path') as Record<string, string | number>,
    query: values('query') as Record<string, QueryValue>,
    headers: Object.fromEntries(Object.entries(values('header')).map(([name, value]) => [name, String(value)])),
    ...(needsBody && schema ? { body: make(schema) } : {}),
  };
}
