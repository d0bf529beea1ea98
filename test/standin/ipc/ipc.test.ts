import { describe, expect, it, vi } from 'vitest';
import { electronWithPages, wrongly } from '../machine.ts';
import { decode, encode } from '../page/codec.ts';
import { cloneForIpc } from './cloning.ts';

async function openPage() {
  const electron = await electronWithPages();
  const window = new electron.BrowserWindow({ show: false });
  await window.loadURL('app://bundle/');
  const page = electron.paper.get(window.webContents.id);
  if (page === undefined) throw new Error('No page');
  return { ...electron, window, page };
}

describe('a call from a page', () => {
  it('is answered with a copy', async () => {
    const { ipcMain, page } = await openPage();
    ipcMain.handle('echo', (_event, value: unknown) => value);
    const sent = { at: new Date(3), rows: [{ id: 1, none: undefined }], ids: new Set([1]), big: 5n };
    expect(await page.invoke('echo', [sent])).toEqual(sent);
  });

  it.each([
    ['an Error', new RangeError('too far'), "Error invoking remote method 'x': RangeError: too far"],
    ['a plain object', { code: 'E' }, "Error invoking remote method 'x': [object Object]"],
  ])('turns %s into one text', async (_what, thrown, message) => {
    const { ipcMain, page } = await openPage();
    ipcMain.handle('x', () => Promise.reject(thrown));
    const error = await page.invoke('x', []).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'Error', message });
  });

  it('is rejected if nothing handles it, or if the answer cannot be copied', async () => {
    const { ipcMain, page } = await openPage();
    await expect(page.invoke('nobody', [])).rejects.toThrow("No handler registered for 'nobody'");
    ipcMain.handle('function', () => () => {});
    await expect(page.invoke('function', [])).rejects.toThrow('An object could not be cloned.');
  });

  it('is lost, with a defect, if its handler throws nothing at all', async () => {
    const { ipcMain, page, controls, settle } = await openPage();
    const heard = vi.fn();
    ipcMain.handle('x', () => Promise.reject(null));
    void page.invoke('x', []).then(heard, heard);
    await settle();
    expect(heard).not.toHaveBeenCalled();
    expect(controls.defects()).toEqual([expect.stringContaining('its reply is lost')]);
  });

  it('has a frame that is gone once the page went elsewhere', async () => {
    const { ipcMain, page, window, settle } = await openPage();
    const seen: unknown[] = [];
    const go = Promise.withResolvers<void>();
    ipcMain.handle('x', async (event) => {
      const early = event.senderFrame;
      seen.push(early?.origin, early?.parent);
      await go.promise;
      seen.push(event.senderFrame);
      try {
        seen.push(early?.origin);
      } catch (error) {
        seen.push(String(error));
      }
    });
    void page.invoke('x', []).catch(() => {});
    window.webContents.reload();
    await settle();
    go.resolve();
    await settle();
    expect(seen).toEqual(['app://bundle', null, null, expect.stringContaining('disposed')]);
  });

  it('has one handler per channel', async () => {
    const { ipcMain } = await openPage();
    ipcMain.handle('x', () => 1);
    expect(() => ipcMain.handle('x', () => 2)).toThrow("Attempted to register a second handler for 'x'");
    expect(() => ipcMain.handle('y', wrongly('no function'))).toThrow(TypeError);
    expect(() => ipcMain.removeHandler('z')).not.toThrow();
  });
});

describe('a message to a page', () => {
  it('throws where Electron would lose the message', async () => {
    const { window } = await openPage();
    expect(() => window.webContents.send(wrongly(undefined))).toThrow('Missing required channel argument');
    expect(() => window.webContents.send('x', () => {})).toThrow('An object could not be cloned.');
  });
});

describe('a copy for IPC', () => {
  it.each<[string, unknown]>([
    ['a function', () => {}],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
    ['a proxy', new Proxy({}, {})],
    ['a WeakMap', new WeakMap()],
    ['a URL, which V8 would let through as an empty object', new URL('https://example.com/')],
    ['Headers', new Headers()],
    ['an AbortSignal', AbortSignal.timeout(1)],
    [
      'an instance of a class',
      new (class Row {
        id = 1;
      })(),
    ],
    ['one of these deep inside', { rows: [new Map([[1, { url: new URL('https://example.com/') }]])] }],
  ])('is not made of %s', (_what, value) => {
    let thrown: unknown;
    try {
      cloneForIpc(value);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: 'Error', message: 'An object could not be cloned.' });
  });

  it('keeps dates, maps, sets, undefined members, cycles and shared references', () => {
    const shared = { id: 1 };
    const value = {
      at: new Date(1),
      map: new Map([[shared, new Set([2])]]),
      none: undefined,
      again: shared,
      self: null as unknown,
    };
    value.self = value;
    const copy = cloneForIpc(value);
    expect(copy).not.toBe(value);
    expect('none' in copy).toBe(true);
    expect(copy.self).toBe(copy);
    expect([...copy.map.keys()][0]).toBe(copy.again);
  });

  it('turns buffers into byte arrays, and errors with fields into bare errors', () => {
    expect(Buffer.isBuffer(cloneForIpc(Buffer.from([1])))).toBe(false);
    const error = Object.assign(new TypeError('wrong'), { code: 'E_WRONG' });
    const copy = cloneForIpc({ error }).error;
    expect(copy).toBeInstanceOf(TypeError);
    expect(copy.message).toBe('wrong');
    expect('code' in copy).toBe(false);
  });
});

describe('values as text', () => {
  it.each([
    undefined,
    null,
    Number.NaN,
    -0,
    5n,
    'text',
    [1, [undefined]],
    { $: 1, a: { $: ['date', 0] } },
    new Date(7),
    /a+/gi,
    new Map([['k', new Set([1])]]),
  ])('%s arrives as it was', (value) => {
    expect(decode(encode(value))).toEqual(value);
  });

  it('arrive as bytes if they are bytes', () => {
    expect(decode(encode(new Uint8Array([0, 255])))).toEqual(new Uint8Array([0, 255]));
  });

  it('refuse a value that is nested a thousand levels deep', () => {
    let deep: unknown = {};
    for (let level = 0; level < 1000; level += 1) deep = { deep };
    expect(() => encode(deep)).toThrow('recursion depth exceeded');
  });

  it('refuse functions and cycles', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(() => encode(cycle)).toThrow('cycle');
    expect(() => encode(() => {})).toThrow('could not be cloned');
  });
});
