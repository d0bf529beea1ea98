import { buildQuery, fillPath, fixedServers, joinUrl } from '../../../../preload/contract/api-address.ts';
import type { Operation } from '../../../../preload/contract/catalogue.ts';
import { type Json, printJson } from '../../../forms/json/json.ts';
import { bodyOf, type Draft, pathValues, queryValues, type RequestShapes } from './request.ts';

/** Names of the environment variables that hold the keys. The keys themselves never reach this page. */
const secretNames = { api: 'DIGITALOCEAN_TOKEN', inference: 'MODEL_ACCESS_KEY', agent: 'AGENT_ACCESS_KEY' } as const;

/**
 * Quotes a text as one word of a POSIX shell. Nothing is special inside single quotes, so a single quote in the text is written
 * outside of them.
 */
export function shellQuote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The exact address, encoded as the core encodes it. Parameters without a value stay in braces. */
export function addressOf(operation: Operation, draft: Draft): string {
  const otherBaseUrl = draft.otherBaseUrl.trim();
  if (operation.server === 'presigned') return otherBaseUrl || '$UPLOAD_URL';
  const base = operation.server === 'agent' ? otherBaseUrl || 'https://AGENT_HOST' : fixedServers[operation.server];
  const filled = Object.fromEntries(Object.entries(pathValues(draft)).filter(([, value]) => value !== ''));
  return joinUrl(base, fillPath(operation.path, filled) + buildQuery(queryValues(draft)));
}

/** The request as a shell command, one part per line. The token appears only as a variable. */
export function curlOf(operation: Operation, shapes: RequestShapes, draft: Draft): string {
  const body = bodyOf(shapes, draft);
  const parts = operation.method === 'GET' ? ['curl'] : [`curl -X ${operation.method}`];
  if (operation.server !== 'presigned') parts.push(`-H "Authorization: Bearer $${secretNames[operation.server]}"`);
  for (const header of shapes.ownHeaders) parts.push(`-H ${shellQuote(`${header}: true`)}`);
  parts.push(...bodyParts(operation, body, draft));
  const address = addressOf(operation, draft);
  // curl would expand braces and brackets in an address, unless `--globoff` forbids it. The shell expands a variable only outside
  // of single quotes.
  const isOpen = /[{}[\]]/.test(address);
  parts.push(`${isOpen ? '--globoff ' : ''}${address.startsWith('$') ? `"${address}"` : shellQuote(address)}`);
  return parts.join(' \\\n  ');
}

function bodyParts(operation: Operation, body: Json | undefined, draft: Draft): string[] {
  const mediaType = operation.body?.mediaType ?? 'application/json';
  if (draft.file) return [`-H ${shellQuote(`Content-Type: ${mediaType}`)}`, `--data-binary ${shellQuote(`@${draft.file.name}`)}`];
  if (body === undefined) return [];
  const text = printJson(body).split('\n').join('\n  ');
  // Line breaks change only the layout of this JSON, because JSON strings cannot contain them.
  return [`-H ${shellQuote(`Content-Type: ${mediaType}`)}`, `-d ${shellQuote(text)}`];
}
