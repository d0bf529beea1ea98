import { shell } from 'electron';
import type { Outcome } from '../../../preload/contract/failure.ts';
import { isAllowedLink } from '../../core/allowed-links.ts';
import { hostWords } from '../../core/words/host.ts';

/** Opens an address of the allow list in the browser. The system would open any scheme, so only the list prevents that. */
export async function openLink(url: string): Promise<Outcome<null>> {
  const host = URL.parse(url)?.host || url.slice(0, 80);
  if (!isAllowedLink(url)) return { ok: false, failure: hostWords.linkRefused(host) };
  try {
    await shell.openExternal(url);
    return { ok: true, value: null };
  } catch {
    return { ok: false, failure: hostWords.linkNotOpened(host) };
  }
}
