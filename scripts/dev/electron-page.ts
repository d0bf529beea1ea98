/**
 * Replaces `main/electron/windows/protocol.ts` in the development build: `app://bundle/...` then comes from the page server.
 * The page keeps its address, so everything that trusts only this address still works. Nothing that is shipped knows about
 * this.
 */
import type { Session } from 'electron';
import { pageScheme } from '../../main/electron/identity.ts';
import type { PageFiles } from '../../main/electron/windows/protocol.ts';

/** Address of the page server. The build puts it here. */
declare const __PAGE_SERVER__: string;

export { declareScheme } from '../../main/electron/windows/protocol.ts';

export function servePages(session: Session, { styleNonce }: Pick<PageFiles, 'styleNonce'>): void {
  session.protocol.handle(pageScheme, async (request) => {
    const { pathname, search } = new URL(request.url);
    const accept = request.headers.get('accept') ?? '*/*';
    const answer = await fetch(`${__PAGE_SERVER__}${pathname}${search}`, { headers: { accept } });
    const policy = answer.headers.get('content-security-policy') ?? "default-src 'none'";
    return new Response(answer.body, {
      status: answer.status,
      headers: {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
        'content-security-policy': policy.replace("style-src 'self'", `$& 'nonce-${styleNonce}'`),
        'cache-control': 'no-cache',
      },
    });
  });
}
