import { PrivateSession, whyNoKeyring } from '../keychain/session.ts';
import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

test('a restart keeps connection, settings and history, and shows the last view before the first answer', async ({
  start,
  demo,
}) => {
  const missing = whyNoKeyring();
  test.skip(missing !== null, missing ?? '');
  const session = new PrivateSession();
  try {
    await session.startBus();
    await session.startKeyring('a password of the test');
    const buoy = await start({ isKeychainUsed: true, env: session.env });
    await connect(buoy.page, tokenOf(demo));
    await goTo(buoy.page, '#/droplets');
    await expect(buoy.page.getByRole('grid', { name: '14 droplets' })).toBeVisible();
    await demo.faults.offline();
    await buoy.restart();
    await goTo(buoy.page, '#/droplets');
    await expect(rowOf(buoy.page, 'web-01')).toBeVisible();
    await expect(buoy.page.getByRole('grid', { name: '14 droplets' })).toBeVisible();
    await demo.faults.online();
    await buoy.page.getByRole('button', { name: /^Refresh/ }).click();
    await expect(buoy.page.getByText(/could not be read|could not be reached/i)).toHaveCount(0, { timeout: 30_000 });
    // What it writes when it ends is in the session's folder.
    await buoy.end();
  } finally {
    await session.end();
  }
});
