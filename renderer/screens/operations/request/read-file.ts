import type { ChosenFile } from './request.ts';

const mostBytes = 32 * 1024 * 1024;
const chunk = 0x8000;

export type FileReading = { ok: true; file: ChosenFile } | { ok: false; reason: 'too-large' | 'unreadable' };

/** Reads a chosen file, to send it to the core. Up to 32 MB, which is also the limit for answers. */
export async function readChosenFile(file: File): Promise<FileReading> {
  if (file.size > mostBytes) return { ok: false, reason: 'too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ok: true, file: { name: file.name, bytes: bytes.length, base64: toBase64(bytes) } };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

/** In chunks, because the number of arguments of one call is limited. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}
