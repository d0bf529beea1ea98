import type { FoundOperation } from '../catalogue/load.ts';
import type { Operation, Parameter, Schema } from '../catalogue/types.ts';

/** An operation prepared for calling: computed once, used for every call. */
export interface Plan {
  operation: Operation;
  schemas: Record<string, Schema>;
  /** Parameters by place and name. */
  parameters: Readonly<Record<Parameter['in'], ReadonlyMap<string, Parameter>>>;
  /** The operation changes nothing, so a request may be repeated. */
  isRead: boolean;
  /** Value of the Accept header, unless the caller asks for a stream. */
  accept: string;
  /** The operation can answer as an event stream. */
  canStream: boolean;
  /** A success must be JSON. Anything else, such as the page of a captive portal, counts as a broken answer. */
  isJson: boolean;
}

const plans = new WeakMap<Operation, Plan>();

/** The plan of a catalogue operation; the same object each time. */
export function planOf({ operation, schemas }: FoundOperation): Plan {
  const known = plans.get(operation);
  if (known) return known;
  const made = makePlan(operation, schemas);
  plans.set(operation, made);
  return made;
}

const streamType = 'text/event-stream';

function makePlan(operation: Operation, schemas: Record<string, Schema>): Plan {
  const types = [...new Set(operation.responses.flatMap(({ mediaTypes }) => mediaTypes))];
  const whole = types.filter((type) => type !== streamType);
  const inPlace = (place: Parameter['in']) =>
    new Map(operation.parameters.filter((one) => one.in === place).map((one) => [one.name, one]));
  return {
    operation,
    schemas,
    parameters: { path: inPlace('path'), query: inPlace('query'), header: inPlace('header') },
    isRead: operation.method === 'GET' || operation.reads === true,
    // Operations that answer a success without a body still answer errors as JSON.
    accept: whole.length === 0 ? 'application/json' : whole.join(', '),
    canStream: types.includes(streamType),
    isJson: whole.length > 0 && whole.every((type) => type.endsWith('json')),
  };
}
