import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '../../doubles/core/fake-clock.ts';
import { openBrowserPage } from '../../doubles/web/browser-page.ts';
import { startTestWebServer, type TestWebServer } from '../../doubles/web/web-server.ts';

let clock: FakeClock;
let host: TestWebServer;
let leave: () => void;
let save: () => Promise<string>;
beforeEach(async () => {
  clock = createFakeClock();
  host = await startTestWebServer({ clock });
  const page = await openBrowserPage(host.server.startUrl);
  leave = page.leave;
  save = async () => {
    const bytes = new TextEncoder().encode('kind: Config\n');
    host.buoy.downloads.set('d1', { suggestedName: 'ünï/"config".yaml', mediaType: 'application/yaml', bytes });
    const outcome = await page.bridge.saveDownload({ downloadId: 'd1' });
    // The path is private to the preload and the host.
    expect(outcome).toEqual({ ok: true, value: { savedAs: 'ünï/"config".yaml' } });
    return page.saved.at(-1)?.[0] ?? '';
  };
});
afterEach(async () => {
  leave();
  await host.close();
});

const get = (path: string) => fetch(`${host.origin}${path}`);

describe('saving an answer in the browser', () => {
  it('delivers the bytes as a file to save, under a name without folders', async () => {
    const answer = await get(await save());
    expect(await answer.text()).toBe('kind: Config\n');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="_n___config_.yaml"; filename*=UTF-8''%C3%BCn%C3%AF_%22config%22.yaml`,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('works only once', async () => {
    const path = await save();
    expect((await get(path)).status).toBe(200);
    expect((await get(path)).status).toBe(404);
  });

  it('works only for a minute', async () => {
    const path = await save();
    await clock.advance(60_000);
    expect((await get(path)).status).toBe(404);
  });

  it('cannot be guessed from the answer’s id', async () => {
    const path = await save();
    expect(path).toMatch(/^\/download\/[\w-]{22}$/);
    expect((await get('/download/d1')).status).toBe(404);
  });
});
