import type { Catalogue, Entry } from '../catalogue.ts';
import { badRequest } from './problem.ts';

interface Leaf {
  entry: Entry;
  names: readonly string[];
}

interface Branch {
  literal: Map<string, Branch>;
  parameter: Branch | null;
  leaves: Map<string, Leaf>;
}

/** The operation of a request. */
export interface Route {
  entry: Entry;
  path: Record<string, string>;
  /** The path, decoded part by part, without a slash at the end. */
  pathname: string;
}

export type Router = (method: string, rawPath: string) => Route | null;

/** Where to reach the operations that the catalogue puts on other servers. */
const otherPlaces: Record<string, readonly string[]> = {
  inference_upload_batch_file: ['/uploads/{upload_id}', '/<upload_url>'],
  agentInference_create_chat_completion: ['/api/v1/chat/completions', '/agents/{agent_uuid}/api/v1/chat/completions'],
};

const branch = (): Branch => ({ literal: new Map(), parameter: null, leaves: new Map() });
const isParameter = (segment: string) => segment.startsWith('{') && segment.endsWith('}');

/** Finds operations by method and path. A fixed part is preferred to a parameter, as for `/v2/projects/default`. */
export function createRouter(catalogue: Catalogue): Router {
  const root = branch();
  for (const entry of catalogue.entries) {
    for (const path of otherPlaces[entry.operation.id] ?? [entry.operation.path]) plant(root, path, entry);
  }
  return (method, rawPath) => {
    const segments = decode(rawPath);
    const values: string[] = [];
    const leaf = walk(root, segments, 0, method, values);
    if (!leaf) return null;
    const path = Object.fromEntries(leaf.names.map((name, index) => [name, values[index] ?? '']));
    return { entry: leaf.entry, path, pathname: `/${segments.join('/')}` };
  };
}

function plant(root: Branch, path: string, entry: Entry): void {
  let current = root;
  const names: string[] = [];
  for (const segment of path.slice(1).split('/')) {
    if (isParameter(segment)) {
      names.push(segment.slice(1, -1));
      current.parameter ??= branch();
      current = current.parameter;
    } else {
      const next = current.literal.get(segment) ?? branch();
      current.literal.set(segment, next);
      current = next;
    }
  }
  current.leaves.set(entry.operation.method, { entry, names });
}

function decode(rawPath: string): string[] {
  const trimmed = rawPath.length > 1 && rawPath.endsWith('/') ? rawPath.slice(0, -1) : rawPath;
  try {
    return trimmed.slice(1).split('/').map(decodeURIComponent);
  } catch {
    throw badRequest('The path is not encoded correctly.');
  }
}

function walk(current: Branch, segments: readonly string[], at: number, method: string, values: string[]): Leaf | null {
  const segment = segments[at];
  if (segment === undefined) return current.leaves.get(method) ?? null;
  const literal = current.literal.get(segment);
  const found = literal ? walk(literal, segments, at + 1, method, values) : null;
  if (found) return found;
  if (!current.parameter || segment === '') return null;
  values.push(segment);
  const deeper = walk(current.parameter, segments, at + 1, method, values);
  if (!deeper) values.pop();
  return deeper;
}
