import { describe, expect, it } from 'vitest';
import { actionLabel, actionTitle, conditionWhile, unnamed } from '../../../../main/core/words/actions.ts';
import { sizeInWords } from '../../../../main/core/words/droplets.ts';
import { byteCount, counted, listed, money } from '../../../../main/core/words/numbers.ts';
import { dropletActionTypes } from '../../../../preload/contract/command.ts';

describe('actions in words', () => {
  it.each([
    ['reboot', 'in-progress', null, 'Rebooting web-02'],
    ['reboot', 'completed', null, 'Rebooted web-02'],
    // Its system was asked to stop. Whether it did, only a look at the droplet tells.
    ['shutdown', 'completed', null, 'Sent a shutdown to web-02'],
    ['reboot', 'errored', null, 'Reboot of web-02 failed'],
    ['resize', 'in-progress', 'c-4', 'Resizing web-02 to c-4'],
    ['rename', 'in-progress', 'web-03', 'Renaming web-02 to web-03'],
    ['snapshot', 'in-progress', 'before', 'Snapshot of web-02'],
    ['install_agent', 'in-progress', null, 'Install agent of web-02'],
    ['install_agent', 'completed', null, 'Done: install agent of web-02'],
    ['install_agent', 'errored', null, 'Install agent of web-02 failed'],
  ])('%s %s reads %j', (type, status, value, expected) => {
    expect(actionTitle({ type, status, name: 'web-02', value })).toBe(expected);
  });

  it('have a label for everything that Buoy offers', () => {
    for (const type of dropletActionTypes) expect(actionLabel(type)).toMatch(/^[A-Z][a-zA-Z0-9 ]+$/);
    for (const type of dropletActionTypes) expect(conditionWhile(type)).not.toMatch(/ (of|on)$|:/);
  });

  it('are named by kind and id if the thing has no name', () => {
    expect(unnamed('reboot', 'droplet', '3164494')).toBe('droplet 3164494');
    expect(unnamed('assign_ip', 'reserved_ipv6', null)).toBe('a reserved IPv6');
    expect(unnamed('convert', 'image', null)).toBe('an image');
    expect(unnamed('create', 'constructor', '1')).toBe('constructor 1');
    expect(unnamed('create', 'unknown', null)).toBe('something');
  });
});

describe('actions on things without a name', () => {
  const kinds = [
    'droplet',
    'image',
    'volume',
    'backend',
    'floating_ip',
    'reserved_ip',
    'reserved_ipv6',
    'SHARE',
    'SNAPSHOT',
    'unknown',
    '',
  ];
  const statuses = ['in-progress', 'completed', 'errored', 'unknown'];
  /** What the API and its clients know, and one of tomorrow. */
  const types = [
    ...dropletActionTypes,
    ...['create', 'destroy', 'delete', 'migrate', 'enable_private_networking', 'change_kernel', 'one-click_install'],
    ...['transfer', 'convert', 'attach_volume', 'detach_volume', 'attach', 'detach', 'resize', 'assign_ip', 'unassign_ip'],
    ...['assign', 'unassign', 'reassign', 'switch_performance_tier'],
  ];

  it.each([
    ['detach_volume', 'backend', 'Detached a volume'],
    ['attach_volume', 'volume', 'Attached a volume'],
    ['attach_volume', 'unknown', 'Attached a volume'],
    ['create', 'backend', 'Created a volume'],
    ['assign_ip', 'floating_ip', 'Assigned a reserved IP'],
    ['transfer', 'image', 'Transferred an image'],
    ['reassign', 'SHARE', 'Reassigned an NFS share'],
    ['reboot', 'unknown', 'Rebooted something'],
  ])('%s of a %s reads %j', (type, kind, sentence) => {
    expect(actionTitle({ type, status: 'completed', name: unnamed(type, kind, null), value: null })).toBe(sentence);
  });

  it.each(types)('read as sentences whatever the API calls the thing: %s', (type) => {
    for (const kind of kinds) {
      for (const status of statuses) {
        for (const id of [null, '7724db7c']) {
          const sentence = actionTitle({ type, status, name: unnamed(type, kind, id), value: null });
          expect(sentence).toMatch(/^[A-Z][^_]*[a-z0-9P]$/);
          expect(sentence).not.toMatch(/undefined|unknown|backend| {2}|: $/);
        }
      }
    }
  });
});

describe('numbers in words', () => {
  it('count, list and price things', () => {
    expect(counted(1, 'droplet')).toBe('1 droplet');
    expect(counted(4870, 'droplet')).toBe('4,870 droplets');
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
    expect(listed(['a', 'b', 'c', 'd'])).toBe('a, b, c and d');
    expect(money(48)).toBe('$48.00');
    expect(sizeInWords(1, 512)).toBe('1 vCPU, 512 MB');
    expect(sizeInWords(2, 4096)).toBe('2 vCPU, 4 GB');
  });
});

it.each([
  [512, '512 bytes'],
  [1000, '1 KB'],
  [2_000_000, '2 MB'],
])('%i bytes read %j, since no limit is 0 MB', (bytes, expected) => {
  expect(byteCount(bytes)).toBe(expected);
});
