import type { JobFile } from '../../preload/contract/job-files.ts';

const mostBytes = 32 * 1024 * 1024;
const chunk = 0x8000;

/** Why a chosen file is not taken. */
export type FileProblem = 'too-large' | 'unreadable' | 'empty' | 'no-text';
export type FileReading<T> = { ok: true; file: T } | { ok: false; reason: FileProblem };

/** Reads a chosen file, to send it to the core. Up to 32 MB, which is also the limit for answers. */
export async function readChosenFile(file: File, most = mostBytes): Promise<FileReading<JobFile>> {
  if (file.size > most) return { ok: false, reason: 'too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ok: true, file: { name: file.name, bytes: bytes.length, base64: toBase64(bytes) } };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

/** Reads a chosen file as text in UTF-8. */
export async function readChosenText(file: File, most: number): Promise<FileReading<string>> {
  if (file.size > most) return { ok: false, reason: 'too-large' };
  if (file.size === 0) return { ok: false, reason: 'empty' };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { ok: false, reason: 'no-text' } : { ok: true, file: text };
  } catch {
    return { ok: false, reason: 'no-text' };
  }
}

/** In chunks, because the number of arguments of one call is limited. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}
