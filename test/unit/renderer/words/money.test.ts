import { describe, expect, it } from 'vitest';
import { sumOfPrices } from '../../../../preload/contract/amounts.ts';
import { counted } from '../../../../renderer/words/locale.ts';
import { hourlyMoney, money, owed, roughMoney } from '../../../../renderer/words/money.ts';
import { machine, percent } from '../../../../renderer/words/sizes.ts';

describe('money', () => {
  it.each([
    [63, '$63.00'],
    ['820.16', '$820.16'],
    ['-25.00', '−$25.00'],
    ['1234567.891', '$1,234,567.89'],
    [null, '–'],
    ['not a number', '–'],
  ])('writes %j as %s', (usd, words) => {
    expect(money(usd)).toBe(words);
  });

  it.each([
    ['-100.00', '$100.00 credit'],
    ['12.5', '$12.50'],
    ['0.00', '$0.00'],
    [null, '–'],
  ])('that is owed is written, for %j, as %s', (usd, words) => {
    expect(owed(usd)).toBe(words);
  });

  it('is rounded to dollars in estimates, and keeps the fractions of hourly prices', () => {
    expect(roughMoney(1089.4)).toBe('$1,089');
    expect(hourlyMoney(0.03571)).toBe('$0.03571');
  });

  it('is added up exactly, with an unknown price as nothing', () => {
    expect(sumOfPrices([0.1, 0.2, null, '1.005'])).toBe('1.305');
    expect(sumOfPrices([null])).toBeNull();
    expect(sumOfPrices([])).toBe('0');
    // The nearest number to it is below it, and would be rounded down.
    expect(money('1.005')).toBe('$1.01');
  });
});

describe('sizes', () => {
  it('name machines and shares', () => {
    expect(machine(2, 8192)).toBe('2 vCPU, 8 GB');
    expect(machine(1, 512)).toBe('1 vCPU, 512 MB');
    expect(percent(0.82)).toBe('82\u00a0%');
  });

  it('use the singular and the plural', () => {
    expect(counted(1, 'droplet', 'droplets')).toBe('1 droplet');
    expect(counted(1200, 'droplet', 'droplets')).toBe('1,200 droplets');
  });
});
