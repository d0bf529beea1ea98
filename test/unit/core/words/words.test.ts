import { describe, expect, it } from 'vitest';
import { actionLabel, actionTitle, conditionWhile, unnamed } from '../../../../main/core/words/actions.ts';
import { sizeInWords } from '../../../../main/core/words/droplets.ts';
import { counted, listed, money } from '../../../../main/core/words/numbers.ts';
import { dropletActionTypes } from '../../../../preload/contract/command.ts';

describe('actions in words', () => {
  it.each([
    ['reboot', 'in-progress', null, 'Rebooting web-02'],
    ['reboot', 'completed', null, 'Rebooted web-02'],
    ['reboot', 'errored', null, 'Reboot of web-02 failed'],
    ['resize', 'in-progress', 'c-4', 'Resizing web-02 to c-4'],
    ['rename', 'in-progress', 'web-03', 'Renaming web-02 to web-03'],
    ['snapshot', 'in-progress', 'before', 'Snapshot of web-02'],
    ['install_agent', 'in-progress', null, 'Install agent: web-02'],
  ])('%s %s reads %j', (type, status, value, expected) => {
    expect(actionTitle({ type, status, name: 'web-02', value })).toBe(expected);
  });

  it('have a label for everything that Buoy offers', () => {
    for (const type of dropletActionTypes) expect(actionLabel(type)).toMatch(/^[A-Z][a-zA-Z0-9 ]+$/);
    for (const type of dropletActionTypes) expect(conditionWhile(type)).not.toMatch(/ (of|on)$|:/);
  });

  it('are named by kind and id if the thing has no name', () => {
    expect(unnamed('droplet', '3164494')).toBe('droplet 3164494');
    expect(unnamed('reserved_ip', null)).toBe('a reserved IP');
    expect(unnamed('constructor', '1')).toBe('constructor 1');
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
