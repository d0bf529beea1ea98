import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeStartFile } from '../../main/web/start-file.ts';
import { startWebHost } from '../doubles/web/web-host.ts';
import { expect, test } from './journey.ts';

test('a browser that was given the start file shows Buoy, and goes on after a restart', async ({ host, browser }) => {
  test.skip(host !== 'web', 'Only the web host starts a browser.');
  const folder = mkdtempSync(join(tmpdir(), 'buoy-start-file-'));
  const home = mkdtempSync(join(tmpdir(), 'buoy-home-'));
  let running = await startWebHost({ demo: true, home });
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(writeStartFile(running.url, folder).path).href);
    await expect(page.getByRole('navigation').first()).toBeVisible();
    expect(page.url()).not.toContain('key=');
    await running.stop();
    running = await startWebHost({ demo: true, home, args: ['--port', new URL(running.url).port] });
    await page.reload();
    await expect(page.getByRole('navigation').first()).toBeVisible();
  } finally {
    await page.close();
    await running.end();
    for (const each of [folder, home]) rmSync(each, { recursive: true, force: true });
  }
});
