import { ClipboardItem, clipboard } from 'electron';
import type { Outcome } from '../../../preload/contract/failure.ts';
import { hostWords } from '../../core/words/host.ts';

export async function copyText(text: string): Promise<Outcome<null>> {
  try {
    await clipboard.writeText(text);
    return { ok: true, value: null };
  } catch {
    return { ok: false, failure: hostWords.clipboardRefused() };
  }
}

/** `base64` is a PNG. */
export async function copyPicture(base64: string): Promise<Outcome<null>> {
  const type = 'image/png';
  try {
    await clipboard.write([new ClipboardItem({ [type]: new Blob([Buffer.from(base64, 'base64')], { type }) })]);
    return { ok: true, value: null };
  } catch {
    return { ok: false, failure: hostWords.clipboardRefused() };
  }
}
