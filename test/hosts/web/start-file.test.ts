import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { build } from '../../../scripts/build/build.ts';
import { skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';
import { openWebSession, type RunningWebHost, startWebHost } from '../../doubles/web/web-host.ts';

let host: RunningWebHost;
beforeAll(async () => {
  await build();
}, 120_000);
afterEach(() => host?.end());

const notLinux = process.platform === 'linux' ? null : 'the opener there cannot be replaced by a script in PATH';

it.skipIf(notLinux !== null)(
  `the opener is started with a file of this person's, which goes once the page is open${skippedFor(notLinux)}`,
  async () => {
    const home = temporaryFolder();
    const folder = join(home, 'bin');
    mkdirSync(folder);
    const opener = join(folder, 'xdg-open');
    writeFileSync(opener, `#!/bin/sh\nprintf '%s\\n' "$@" > '${home}/asked.part' && mv '${home}/asked.part' '${home}/asked'\n`);
    chmodSync(opener, 0o755);
    host = await startWebHost({
      isBrowserOpened: true,
      env: { HOME: home, PATH: `${folder}${delimiter}${process.env.PATH}` },
    });
    await vi.waitFor(() => expect(existsSync(join(home, 'asked'))).toBe(true), { timeout: 10_000 });
    const asked = readFileSync(join(home, 'asked'), 'utf8').trim();
    const key = new URL(host.url).hash.slice('#key='.length);
    expect(asked).not.toContain(key);
    const file = fileURLToPath(asked);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // A browser from Snap reads nothing that is hidden and nothing in the temp folder.
    expect(file).toMatch(new RegExp(`^${home}/buoy-open-[\\w-]+\\.html$`));
    expect(readFileSync(file, 'utf8')).toContain(`content="0; url=${host.url}"`);

    await openWebSession(host);
    await vi.waitFor(() => expect(existsSync(file)).toBe(false));
    expect(readdirSync(home).filter((name) => name.startsWith('buoy-open'))).toEqual([]);
    expect(host.printed().stderr).toBe('');
  },
);
