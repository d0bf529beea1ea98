import { describe, expect, it } from 'vitest';
import { sshCommand } from '../../../preload/contract/ssh.ts';

const target = { user: 'root', address: '203.0.113.7', port: 22 };

describe('the SSH command', () => {
  it.each([
    [{}, 'ssh root@203.0.113.7'],
    [{ port: 2222 }, 'ssh -p 2222 root@203.0.113.7'],
    [{ user: 'deploy_1.x-y', address: '2001:db8::7' }, 'ssh deploy_1.x-y@2001:db8::7'],
  ])('for %j is %s', (change, expected) => expect(sshCommand({ ...target, ...change })).toBe(expected));

  it.each([
    ...['-oProxyCommand=calc', 'a b', '$(touch x)', '`x`', "o'x", 'a;b', 'a@b', '', 'ü', 'a\nb', '%PATH%', 'a&b'].map((user) => ({
      user,
    })),
    ...['$(touch x)', '203.0.113.7 -v', '-v', '', '203.0.113.7;x', 'fe80::1%eth0', 'web.example.com', '1\n2'].map((address) => ({
      address,
    })),
  ])('is not made for %j', (change) => expect(sshCommand({ ...target, ...change })).toBeNull());
});
