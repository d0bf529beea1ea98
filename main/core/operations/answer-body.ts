import type { ApiAnswerBody } from '../../../preload/contract/schema.ts';
import type { Answer } from '../digitalocean/api.ts';
import type { Operation } from '../digitalocean/catalogue/types.ts';
import type { Downloads } from './downloads.ts';

/** An answer as it crosses to the page: bytes stay here, under a name with which they can be fetched once. */
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

/** CSV and YAML are files to a person, though they are text. */
const isShownAsText = (mediaType: string): boolean => /^(text\/(plain|html|event-stream)|application\/json)/.test(mediaType);

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

/** The file name of a content-disposition header, without any folder: it comes from outside. */
export function nameFrom(disposition: string | undefined): string | null {
  const found = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
  const name = found
    ?.split(/[\\/]/)
    .at(-1)
    // Control characters and what Windows refuses have no place in a name that a person is about to accept.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed here
    ?.replace(/[\u0000-\u001f<>:"|?*]/g, '')
    .trim();
  return name === undefined || name === '' || /^\.+$/.test(name) ? null : name.slice(0, 120);
}
