import { describe, expect, it } from 'vitest';
import { browserCommand } from '../../../main/web/open-browser.ts';

const url = 'file:///home/someone/buoy-open-a%20b.html';

describe('opening the browser', () => {
  it.each([
    ['linux', ['xdg-open', url]],
    ['darwin', ['open', url]],
    ['win32', ['rundll32.exe', 'url.dll,FileProtocolHandler', url]],
  ] as const)('passes the address as one argument on %s', (platform, command) => {
    expect(browserCommand(url, platform)).toEqual(command);
  });
});
