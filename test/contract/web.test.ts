import { openBrowserPage } from '../doubles/web/browser-page.ts';
import { meetHost } from '../doubles/web/host-proof.ts';
import { startTestWebServer } from '../doubles/web/web-server.ts';
import { describeBridge } from './bridge-rules.ts';

describeBridge('web', async () => {
  const host = await startTestWebServer();
  const { bridge, stored, leave } = await openBrowserPage(host.server.startUrl);
  return {
    bridge,
    buoy: host.buoy,
    logged: host.logged,
    quits: host.quits,
    async askHost(name, args) {
      // A page cannot ask before it has a session.
      await bridge.cancelRequest({ requestId: 'settle' });
      host.buoy.asked.length = 0;
      const [session = '', key = ''] = (stored.get('buoy-session') ?? '').split('.');
      const headers = { 'content-type': 'application/json', 'x-buoy-session': await meetHost(host.origin, session, key) };
      return (await fetch(`/call/${name}`, { method: 'POST', headers, body: JSON.stringify(args) })).json();
    },
    loseHost: () => host.close(),
    async close() {
      leave();
      await host.close();
    },
  };
});
