import { clipboard } from 'electron';
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
