import { describe, expect, it, vi } from 'vitest';
import { createDemoPort } from '../../../main/host/demo.ts';

const startDemo = () => {
  const close = vi.fn(async () => {});
  return {
    close,
    start: vi.fn(async () => ({ baseUrl: 'http://127.0.0.1:9', tokens: [{ label: 'Harbour', token: 't' }], close })),
  };
};

describe('the demo account of a host', () => {
  it('starts once, however often it is requested', async () => {
    const { start } = startDemo();
    const port = createDemoPort(start);
    const [one, two] = await Promise.all([port.start(), port.start()]);
    expect(one).toEqual({ baseUrl: 'http://127.0.0.1:9', tokens: [{ label: 'Harbour', token: 't' }] });
    expect(two).toEqual(one);
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('starts again after it was stopped, and stopping also ends a start in progress', async () => {
    const { start, close } = startDemo();
    const port = createDemoPort(start);
    void port.start();
    await port.stop();
    expect(close).toHaveBeenCalledTimes(1);
    await port.stop();
    expect(close).toHaveBeenCalledTimes(1);
    await port.start();
    expect(start).toHaveBeenCalledTimes(2);
  });

  it('can be tried again if it failed to start', async () => {
    const { start } = startDemo();
    start.mockRejectedValueOnce(new Error('no port'));
    const port = createDemoPort(start);
    await expect(port.start()).rejects.toThrow('no port');
    await port.stop();
    expect((await port.start()).baseUrl).toBe('http://127.0.0.1:9');
  });
});
