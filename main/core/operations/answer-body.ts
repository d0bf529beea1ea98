import type { ApiAnswerBody } from '../../../preload/contract/schema.ts';
import type { Answer } from '../digitalocean/api.ts';
import type { Operation } from '../digitalocean/catalogue/types.ts';
import type { Downloads } from './downloads.ts';

/**
 * An answer in the form that crosses to the page. Bytes stay in the core: the page gets an id, with which the host can fetch
 * them once to save them.
 */
export function answerBody(operation: Operation, answer: Answer, wasStreamed: boolean, downloads: Downloads): ApiAnswerBody {
  const { body, mediaType } = answer;
  if (body === null || body === undefined || body === '') return { kind: 'empty' };
  if (wasStreamed) return { kind: 'stream', text: typeof body === 'string' ? body : '' };
  if (body instanceof Uint8Array) return file(operation, body, answer, downloads);
  if (typeof body !== 'string') return { kind: 'json', value: body };
  return mediaType === null || isShownAsText(mediaType)
    ? { kind: 'text', text: body }
    : file(operation, new TextEncoder().encode(body), answer, downloads);
}

/** CSV and YAML are text too, but people want them as files. */
const isShownAsText = (mediaType: string): boolean => /^(text\/(plain|html|event-stream)|application\/json)/.test(mediaType);

/** Keeps the bytes, and names the file as the server says, else after the operation. */
function file(operation: Operation, bytes: Uint8Array, answer: Answer, downloads: Downloads): ApiAnswerBody {
  const mediaType = answer.mediaType ?? 'application/octet-stream';
  const suggestedName = nameFrom(answer.headers['content-disposition']) ?? defaultName(operation, mediaType);
  const downloadId = downloads.keep({ suggestedName, mediaType, bytes });
  return { kind: 'file', downloadId, suggestedName, mediaType, bytes: bytes.byteLength };
}

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'text/csv': 'csv',
  'application/yaml': 'yaml',
  'application/json': 'json',
};

function defaultName(operation: Operation, mediaType: string): string {
  const essence = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (operation.id === 'kubernetes_get_kubeconfig') return 'kubeconfig.yaml';
  return `${operation.id.replace(/[^\w-]+/g, '-')}.${endings[essence] ?? 'bin'}`;
}

/**
 * The file name in a content-disposition header, at most 120 characters; null without one. Folders in it are cut off, because
 * a server must not choose where a file goes.
 */
export function nameFrom(disposition: string | undefined): string | null {
  const found = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
  const name = found
    ?.split(/[\\/]/)
    .at(-1)
    // Removes control characters and those that Windows refuses in file names.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed here
    ?.replace(/[\u0000-\u001f<>:"|?*]/g, '')
    .trim();
  return name === undefined || name === '' || /^\.+$/.test(name) ? null : name.slice(0, 120);
}
