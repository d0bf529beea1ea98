import { buildQuery, fillPath, fixedServers, joinUrl } from '../../../../preload/contract/api-address.ts';
import type { Operation } from '../../../../preload/contract/catalogue.ts';
import { printJson } from '../../../forms/json/json.ts';
import { bodyOf, type Draft, pathValues, queryValues, type RequestShapes } from './request.ts';
import { type Shell, shellRules } from './shells.ts';

/** Names of the environment variables that hold the keys. The keys themselves never reach this page. */
const secretNames = { api: 'DIGITALOCEAN_TOKEN', inference: 'MODEL_ACCESS_KEY', agent: 'AGENT_ACCESS_KEY' } as const;

/** The exact address, encoded as the core encodes it. Parameters without a value stay in braces. `null`: none was given yet. */
export function addressOf(operation: Operation, draft: Draft): string | null {
  const otherBaseUrl = typedAddress(draft.otherBaseUrl);
  if (operation.server === 'presigned') return otherBaseUrl || null;
  const base = operation.server === 'agent' ? otherBaseUrl || 'https://AGENT_HOST' : fixedServers[operation.server];
  const filled = Object.fromEntries(Object.entries(pathValues(draft)).filter(([, value]) => value !== ''));
  return joinUrl(base, fillPath(operation.path, filled) + buildQuery(queryValues(draft)));
}

/** As a browser reads an address: line breaks and tabs are nothing, and a quote is always encoded. */
const typedAddress = (text: string): string =>
  text
    .trim()
    .replace(/[\t\r\n]/g, '')
    .replaceAll('"', '%22');

/** The request as a command of that shell, one part per line. The token appears only as a variable. */
export function curlOf(operation: Operation, shapes: RequestShapes, draft: Draft, shell: Shell): string {
  const { curl, goesOn, quote, withVariable } = shellRules[shell];
  const { before, parts: body } = bodyParts(operation, shapes, draft, shell);
  const isHead = draft.isHeadersOnly && operation.method === 'GET';
  const parts = [isHead ? `${curl} --head` : operation.method === 'GET' ? curl : `${curl} -X ${operation.method}`];
  if (operation.server !== 'presigned') parts.push(`-H ${withVariable('Authorization: Bearer ', secretNames[operation.server])}`);
  for (const header of shapes.ownHeaders) parts.push(`-H ${quote(`${header}: true`)}`);
  parts.push(...body);
  const address = addressOf(operation, draft);
  // curl would expand braces and brackets in an address, unless `--globoff` forbids it, and read a dash as an option.
  const globoff = address !== null && /[{}[\]]/.test(address) ? '--globoff ' : '';
  const option = address?.startsWith('-') ? '--url ' : '';
  parts.push(`${globoff}${option}${address === null ? withVariable('', 'UPLOAD_URL') : quote(address)}`);
  return before + parts.join(`${goesOn}\n  `);
}

/** The parts that carry the body, and what stands before the command because it goes through standard input. */
function bodyParts(operation: Operation, shapes: RequestShapes, draft: Draft, shell: Shell): { before: string; parts: string[] } {
  const { quote } = shellRules[shell];
  const type = `-H ${quote(`Content-Type: ${operation.body?.mediaType ?? 'application/json'}`)}`;
  if (draft.file) return { before: '', parts: [type, `--data-binary ${quote(`@${draft.file.name}`)}`] };
  const body = bodyOf(shapes, draft);
  if (body === undefined) return { before: '', parts: [] };
  // Line breaks change only the layout of this JSON, because JSON strings cannot contain them.
  const text = printJson(body);
  switch (shell) {
    case 'sh':
      return { before: '', parts: [type, `-d ${quote(text.split('\n').join('\n  '))}`] };
    case 'cmd':
      return { before: '', parts: [type, `-d ${quote(text.replace(/\n\s*/g, ' '))}`] };
    case 'powershell':
      // What is piped loses all but ASCII in Windows PowerShell, unless JSON's own escapes carry it.
      return { before: `@'\n${inAscii(text)}\n'@ | `, parts: [type, `--data-binary ${quote('@-')}`] };
  }
}

const inAscii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
