import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/setup/browser.mjs';
import { skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';
import { launchStandin, type Standin } from '../launch.ts';

const entry = join(import.meta.dirname, '../program/index.ts');
const home = temporaryFolder();

/** The page's globals as its own scripts see them. */
interface PageGlobals {
  api: Record<string, (...args: unknown[]) => Promise<unknown>>;
}

const reason = findBrowser() === null ? 'no browser could be found' : null;

describe.skipIf(reason !== null)(`a page in Chromium${skippedFor(reason)}`, () => {
  let standin: Standin;
  let page: Page;
  beforeAll(async () => {
    standin = await launchStandin({ home, entry });
    page = await standin.page();
  });
  afterAll(() => standin.close());

  const inPage = <T>(run: (api: PageGlobals['api']) => T) =>
    page.evaluate(`(${run.toString()})(window.api)`) as Promise<Awaited<T>>;

  it('is shown once it has painted, at the address that main asked for', async () => {
    expect(await standin.windows()).toMatchObject([
      { isVisible: true, url: 'app://bundle/index.html#/here', bounds: { width: 640 } },
    ]);
    await expect.poll(() => page.textContent('body'), { timeout: 10_000 }).toContain('api object');
  });

  it('has the policy of the protocol: inline scripts do not run', async () => {
    expect(await page.evaluate('window.inline')).toBeUndefined();
    expect(await page.evaluate('window.isSecureContext')).toBe(true);
  });

  it('sees nothing of the preload except what was exposed', async () => {
    expect(await page.evaluate('[typeof require, typeof process, window.leaked, window.buoyStandinToHost]')).toEqual([
      'undefined',
      'undefined',
      undefined,
      undefined,
    ]);
  });

  it('cannot replace or change what was exposed', async () => {
    expect(await page.evaluate('(() => { window.api = 1; window.api.echo = 1; return typeof window.api.echo; })()')).toBe(
      'function',
    );
    expect(await page.evaluate('window.secondExposure')).toContain('Cannot bind an API on top of an existing property');
  });

  it('does not get ipcRenderer itself', async () => {
    expect(await page.evaluate('window.rendererExposure')).toContain('wrap each channel');
  });

  it('gives the preload no modules of Node and no file names', async () => {
    expect(await page.evaluate('window.api.attempts')).toEqual({
      fs: 'module not found: fs',
      'node:path': 'module not found: node:path',
      './neighbour': 'module not found: ./neighbour',
    });
    expect(await page.evaluate('window.api.hasDirname')).toBe(false);
  });

  it('gives the preload the three modules that a sandboxed one may require', async () => {
    expect(await page.evaluate('window.api.heard')).toEqual(['/a', 'function']);
  });

  it('loses methods of class instances and fields of errors on the way', async () => {
    expect(await page.evaluate('"hidden" in window.api.instance')).toBe(false);
    const thrown = 'try { window.api.throwTyped() } catch (e) { [e.constructor === Error, e.name, e.message, e.code] }';
    expect(await page.evaluate(thrown)).toEqual([true, 'Error', 'typed', undefined]);
  });

  it('passes functions as proxies that can be called back', async () => {
    expect(await inPage((api) => api.callTwice?.((value: number) => value * 10))).toEqual([10, 20]);
  });

  it('copies arguments and answers of calls', async () => {
    const kept =
      'window.api.echo({ d: new Date(5), m: new Map([[1, new Set([2])]]), u: undefined, b: new Uint8Array([7]), $: 1 })';
    const seen = `${kept}.then((v) => [v.d.getTime(), [...v.m.get(1)], 'u' in v, v.b[0], v.$])`;
    expect(await page.evaluate(seen)).toEqual([5, [2], true, 7, 1]);
  });

  it('gets errors of main as one text', async () => {
    expect(await page.evaluate('window.api.fail().catch((e) => e.message)')).toBe(
      "Error invoking remote method 'fail': RangeError: too far",
    );
    expect(await page.evaluate('window.api.missing().catch((e) => e.message)')).toContain("No handler registered for 'missing'");
    expect(await page.evaluate('window.api.sendFunction().catch((e) => e.message)')).toBe('An object could not be cloned.');
  });

  it('is known to main by the origin of its scheme', async () => {
    expect(await page.evaluate('window.api.frame()')).toBe('app://bundle');
  });

  it('gets events after it starts listening, and none after it stops', async () => {
    const heard = `new Promise((done) => { const stop = window.api.onGreet((v) => { stop(); done([v.at.getTime(), v.list.length, v.list[2] === 2n]); }); })`;
    expect(await page.evaluate(heard)).toEqual([0, 3, true]);
  });

  it('stays where it is if main prevents a navigation, and opens no window', async () => {
    await page.click('a');
    expect(page.url()).toContain('/index.html');
    expect(await page.evaluate('window.open("https://example.com/") === null')).toBe(true);
    expect(await standin.windows()).toHaveLength(1);
  });

  it('comes back after a crash if main reloads it', async () => {
    const [window] = await standin.windows();
    await standin.crashWindow(window?.id ?? 0);
    await expect.poll(async () => (await standin.page()) !== page, { timeout: 10_000 }).toBe(true);
    page = await standin.page();
    await expect.poll(() => page.textContent('body'), { timeout: 10_000 }).toContain('api object');
  });

  it('takes its window along when it closes itself, and nobody is asked', async () => {
    await page.close();
    await expect.poll(() => standin.windows(), { timeout: 10_000 }).toEqual([]);
  });
});

describe.skipIf(reason !== null)(`a program that is wrong${skippedFor(reason)}`, () => {
  it('fails if its preload does not compile as the body of a function', async () => {
    const preload = join(home, 'preload.cjs');
    writeFileSync(preload, "import { contextBridge } from 'electron';");
    const standin = await launchStandin({ home, entry, args: [`--preload=${preload}`] });
    await expect(standin.page()).rejects.toThrow(/preload-error: SyntaxError/);
    await expect(standin.close()).rejects.toThrow(/preload-error: SyntaxError/);
  });

  it('fails at once, naming the module, when its preload requires one that a sandboxed one cannot', async () => {
    const preload = join(home, 'requiring.cjs');
    writeFileSync(preload, "require('node:fs');");
    const standin = await launchStandin({ home, entry, args: [`--preload=${preload}`] });
    await expect(standin.page()).rejects.toThrow(/preload-error: .*module not found: node:fs/s);
    await expect(standin.close()).rejects.toThrow(/module not found/);
  });

  it.each([
    ['writes into its bundle', /writes into the bundle/],
    ['forks itself as Node', /child_process.fork/],
    ['starts its own executable', /child_process.spawn/],
  ])('fails when it %s, also where it does not mind', async (deed, message) => {
    const standin = await launchStandin({ home, entry: join(import.meta.dirname, '../program/wrong.ts'), args: [deed] });
    await expect(standin.close()).rejects.toThrow(message);
  });
});
