import type {
  BodyFacts,
  HttpMethod,
  Operation,
  Parameter,
  ResponseFacts,
  Schema,
  ServerKind,
} from '../../main/core/digitalocean/catalogue/types.ts';
import { type CollectionFacts, describeCollection } from './collections.ts';
import { judgeDanger, readingPosts } from './danger.ts';
import { dangerByBody } from './danger-by-body.ts';
import { findOwnLimit } from './limits.ts';
import { dereference, type RawMedia, type RawOperation, type RawSchema, type Specification } from './specification.ts';

/** What is needed besides the operation to reduce it. */
export interface OperationContext {
  specification: Specification;
  reduce: (raw: RawSchema) => Schema;
  schemas: Record<string, Schema>;
  requiredIds: ReadonlySet<string>;
}

export function reduceOperation(path: string, verb: string, raw: RawOperation, context: OperationContext): Operation {
  const id = raw.operationId;
  const method = verb.toUpperCase() as HttpMethod;
  const parameters = reduceParameters(raw, context);
  const responses = reduceResponses(raw, context);
  const answer = responses[0]?.schema ?? null;
  const collection = describeCollection({ id, method, path, parameters, answer }, context.schemas);
  if (responses[0] && collection.collectionKey !== null) responses[0].collectionKey = collection.collectionKey;
  const byBody = dangerByBody.get(id);
  return {
    id,
    method,
    path,
    title: raw.summary.trim(),
    // The reference lists an operation under its first tag. One operation has a second.
    tag: raw.tags[0] ?? '',
    danger: judgeDanger(id, method),
    isDeprecated: raw.deprecated === true,
    isRequired: context.requiredIds.has(id),
    server: findServer(raw),
    scopes: findScopes(raw),
    parameters,
    body: reduceBody(raw, context),
    responses,
    ...collectionFields(collection),
    limit: findOwnLimit(method, path),
    ...(byBody ? { dangerByBody: byBody } : {}),
    ...(readingPosts.has(id) ? { reads: true as const } : {}),
  };
}

function collectionFields({ isCollectionMap, ...fields }: CollectionFacts) {
  return isCollectionMap ? { ...fields, isCollectionMap } : fields;
}

function findServer(raw: RawOperation): ServerKind {
  const url = raw.servers?.[0]?.url;
  switch (url) {
    case undefined:
      return 'api';
    case 'https://inference.do-ai.run':
      return 'inference';
    case 'https://{agent_url}':
      return 'agent';
    case 'https://':
      return 'presigned';
    default:
      throw new Error(`${raw.operationId} is served from an unknown place: ${url}`);
  }
}

function findScopes(raw: RawOperation): string[][] {
  return (raw.security ?? []).flatMap((one) => Object.values(one)).filter((scopes) => scopes.length > 0);
}

function reduceParameters(raw: RawOperation, { specification, reduce }: OperationContext): Parameter[] {
  return (raw.parameters ?? []).map((reference) => {
    const parameter = dereference(reference, specification);
    const { name, schema, required, style, explode } = parameter;
    const place = parameter.in;
    if (place !== 'path' && place !== 'query' && place !== 'header') {
      throw new Error(`${raw.operationId} has a parameter in ${place}`);
    }
    const usualStyle = place === 'query' ? 'form' : 'simple';
    const usualExplode = (style ?? usualStyle) === 'form';
    return {
      name,
      in: place,
      isRequired: required === true,
      schema: reduce(schema),
      ...(style !== undefined && style !== usualStyle ? { style } : {}),
      ...(explode !== undefined && explode !== usualExplode ? { explode } : {}),
    };
  });
}

function reduceBody(raw: RawOperation, { specification, reduce }: OperationContext): BodyFacts | null {
  if (!raw.requestBody) return null;
  const body = dereference(raw.requestBody, specification);
  const { mediaTypes, mediaType, schema } = usualMedia(body.content);
  if (mediaType === undefined) throw new Error(`${raw.operationId} has a body without a media type`);
  return { isRequired: body.required === true, mediaType, mediaTypes, schema: schema ? reduce(schema) : null };
}

function reduceResponses(raw: RawOperation, { specification, reduce }: OperationContext): ResponseFacts[] {
  return Object.entries(raw.responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, reference]) => {
      const { content } = dereference(reference, specification);
      const { mediaTypes, schema } = usualMedia(content ?? {});
      return { status, mediaTypes, schema: schema ? reduce(schema) : null };
    });
}

function usualMedia(content: Record<string, RawMedia>) {
  const mediaTypes = Object.keys(content);
  const mediaType = mediaTypes.includes('application/json') ? 'application/json' : mediaTypes[0];
  const schema = mediaType === undefined ? undefined : content[mediaType]?.schema;
  return { mediaTypes, mediaType, schema };
}
