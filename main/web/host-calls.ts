import { failed, type Outcome, success } from '../../preload/contract/failure.ts';
import type { CallResult, CheckedArgs, HostCallName } from '../../preload/contract/schema.ts';
import { isAllowedLink } from '../core/allowed-links.ts';
import { hostWords } from '../core/words/host.ts';
import { webWords } from '../core/words/web.ts';
import type { Downloads } from './downloads.ts';

export type HostCalls = { [N in HostCallName]: (args: CheckedArgs<N>) => Promise<Outcome<CallResult<N>>> };

const done = async (): Promise<Outcome<null>> => success(null);

/** What the page may ask of this host. The page itself copies, opens tabs and follows routes; the host says whether it may. */
export function createHostCalls({ downloads, quit }: { downloads: Downloads; quit(): void }): HostCalls {
  return {
    async saveDownload({ downloadId }) {
      const offered = downloads.offer(downloadId);
      if (offered === null) return failed(hostWords.downloadGone());
      // `path` is for the preload, which fetches the file by a link. The page does not see it.
      return success({ savedAs: offered.suggestedName, path: offered.path });
    },
    copyText: async () => failed(webWords.pageCopies()),
    copyPicture: async () => failed(webWords.pageCopies()),
    openLink: async ({ url }) =>
      isAllowedLink(url) ? success(null) : failed(hostWords.linkRefused(URL.parse(url)?.host || url.slice(0, 80))),
    openTerminal: async () => failed(webWords.noTerminal()),
    showWindow: done,
    reportTrayHeight: done,
    reportDraft: done,
    closeTray: done,
    async quit() {
      quit();
      return success(null);
    },
  };
}
