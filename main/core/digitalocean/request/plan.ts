import type { FoundOperation } from '../catalogue/load.ts';
import type { Operation, Parameter, Schema } from '../catalogue/types.ts';

/** An operation made ready for calling: looked up once, used for every call. */
export interface Plan {
  operation: Operation;
  schemas: Record<string, Schema>;
  /** Parameters by place and name. */
  parameters: Readonly<Record<Parameter['in'], ReadonlyMap<string, Parameter>>>;
  /** Changes nothing, so it may be repeated. */
  isRead: boolean;
  /** Value of the Accept header where the caller asks for no stream. */
  accept: string;
  canStream: boolean;
  /** A success carries JSON, so that anything else (a page of a captive portal) is no answer. */
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
    // Errors are JSON whatever a success is.
    accept: whole.length === 0 ? 'application/json' : whole.join(', '),
    canStream: types.includes(streamType),
    isJson: whole.length > 0 && whole.every((type) => type.endsWith('json')),
  };
}
