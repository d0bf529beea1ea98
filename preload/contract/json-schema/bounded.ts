import { type Options, type SchemaContext, type Schema as Standard, Validator, ValidatorResult } from 'jsonschema';

/** So many misfits of one list or map are enough: fewer are shown. */
const mostErrors = 200;
/** So many items and properties are looked at. A person who pasted more is told of what is wrong with the first ones. */
const mostChecked = 50_000;

/** The library copies all errors so far with each further one, and compares each item of a list with every other. */
export interface BoundedValidator {
  validator: Validator;
  /** Before each check. */
  begin(): void;
}

type Check = (instance: unknown, schema: Standard, options: Options, context: SchemaContext) => ValidatorResult;

/** A validator whose time grows with the size of the value, and ends at a bound. */
export function createValidator(): BoundedValidator {
  const validator = new Validator();
  // Public in the library's manual for keywords of one's own, and missing in its types.
  const { validateSchema } = validator as Validator & { validateSchema: Check };
  let left = mostChecked;

  /** Checks the entries with a schema until the bounds are reached. */
  function checkAll(
    result: ValidatorResult,
    entries: Iterable<readonly [string | number, unknown]>,
    [schema, options, context]: [Standard, Options, SchemaContext],
  ): ValidatorResult {
    for (const [name, value] of entries) {
      left -= 1;
      if (left < 0 || result.errors.length >= mostErrors) break;
      const child = context.makeChild(schema, name as string);
      result.errors.push(...validateSchema.call(validator, value, schema, options, child).errors);
    }
    return result;
  }

  Object.assign(validator.attributes, {
    items(instance, schema, options, context) {
      const result = new ValidatorResult(instance, schema, options, context);
      const { items } = schema;
      if (!Array.isArray(instance) || items === undefined || Array.isArray(items)) return result;
      return checkAll(result, instance.entries(), [items, options, context]);
    },
    additionalProperties(instance, schema, options, context) {
      const result = new ValidatorResult(instance, schema, options, context);
      const { additionalProperties, properties } = schema;
      if (typeof instance !== 'object' || instance === null || Array.isArray(instance)) return result;
      if (typeof additionalProperties !== 'object') return result;
      const others = Object.entries(instance).filter(([name]) => properties?.[name] === undefined);
      return checkAll(result, others, [additionalProperties, options, context]);
    },
    uniqueItems(instance, schema, options, context) {
      const result = new ValidatorResult(instance, schema, options, context);
      if (schema.uniqueItems !== true || !Array.isArray(instance)) return result;
      const isUnique = new Set(instance.map(sameText)).size === instance.length;
      if (!isUnique) result.addError({ name: 'uniqueItems', message: 'contains duplicate item', argument: '' });
      return result;
    },
  } satisfies Record<string, Check>);

  return {
    validator,
    begin() {
      left = mostChecked;
    },
  };
}

/** The same text for values that are equal: the order of names does not count. */
const sameText = (value: unknown): string | undefined =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
