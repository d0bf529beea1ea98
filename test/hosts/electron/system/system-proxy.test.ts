import tls from 'node:tls';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../../doubles/temporary-folder.ts';
import { makeMachine } from '../machine.ts';

const api = 'https://api.digitalocean.com/v2/droplets';

async function setUp(list: string | null, env: Record<string, string> = {}) {
  const machine = await makeMachine();
  const { createSystemProxy } = await import('../../../../main/electron/system/system-proxy.ts');
  machine.controls.setProxy(list);
  return { ...machine, proxyFor: createSystemProxy({ env, clock: machine.clock, log: machine.log }) };
}

describe('the proxy of the system', () => {
  it('is what Chromium says for the address, and asked again after half a minute', async () => {
    const { proxyFor, controls, clock } = await setUp('PROXY proxy.example.com:3128; DIRECT');
    expect(await proxyFor(api)).toBe('http://proxy.example.com:3128');
    controls.setProxy('DIRECT');
    await clock.advance(29_000);
    expect(proxyFor(api)).toBe('http://proxy.example.com:3128');
    await clock.advance(1000);
    expect(await proxyFor(api)).toBeNull();
  });

  it('comes after the one of the environment', async () => {
    const { proxyFor } = await setUp('PROXY system:1', { HTTPS_PROXY: 'http://me:x@named:2', NO_PROXY: 'example.com' });
    expect(proxyFor(api)).toBe('http://me:x@named:2');
    expect(await proxyFor('https://example.com/')).toBe('http://system:1');
  });
});

describe('a system that does not say its proxy', () => {
  it('is taken for one without, and the log says so', async () => {
    const { proxyFor, log } = await setUp(null);
    expect(await proxyFor(api)).toBeNull();
    expect(log.warnings).toEqual(['The system did not say which proxy to use']);
  });
});

describe('the certificates of the system', () => {
  it('are trusted besides the ones of Node, each once, and read once', async () => {
    const { log } = await makeMachine();
    const { createTrust } = await import('../../../../main/electron/system/certificates.ts');
    const read = vi.spyOn(tls, 'getCACertificates');
    read.mockImplementation((kind) => (kind === 'system' ? ['own', 'shared'] : ['node', 'shared']));
    const set = vi.spyOn(tls, 'setDefaultCACertificates').mockImplementation(() => {});
    const trust = createTrust(log);
    expect(read).not.toHaveBeenCalled();
    trust();
    trust();
    expect(set.mock.calls).toEqual([[['node', 'shared', 'own']]]);
  });

  it('are left out with a line in the log where they cannot be read', async () => {
    const { log } = await makeMachine();
    const { createTrust } = await import('../../../../main/electron/system/certificates.ts');
    vi.spyOn(tls, 'getCACertificates').mockImplementation(() => {
      throw new Error('Not here');
    });
    createTrust(log)();
    expect(log.warnings).toEqual(["The system's certificates could not be read: Not here"]);
  });

  it('are not read before something is asked over a network', async () => {
    const { clock, log } = await makeMachine();
    const { createHostPorts } = await import('../../../../main/electron/host-ports.ts');
    const read = vi.spyOn(tls, 'getCACertificates').mockReturnValue([]);
    vi.spyOn(tls, 'setDefaultCACertificates').mockImplementation(() => {});
    const notifier = { show: () => {} };
    const tray = { isShown: () => false, subscribe: () => () => {} };
    const given = { platform: 'linux', env: {}, folder: temporaryFolder(), clock, log, notifier, tray } as const;
    const ports = createHostPorts({ ...given, isKeychainUsed: false, baseUrl: null });
    expect(read).not.toHaveBeenCalled();
    const transport = ports.openTransport(() => null);
    expect(read).toHaveBeenCalledWith('system');
    const count = read.mock.calls.length;
    const sockets = ports.openSockets(() => null);
    expect(read).toHaveBeenCalledTimes(count);
    await Promise.all([transport.close(), sockets.close()]);
    ports.close();
  });
});
