import { describe, expect, it } from 'vitest';
import { costWords } from '../../../../renderer/words/cost.ts';
import { resourceWords } from '../../../../renderer/words/resources.ts';
import { basicMachineOf, machineOf } from '../../../../renderer/words/sizes.ts';

describe('a thing whose name is not known', () => {
  it.each([
    ['Droplets', 'droplet 470112233'],
    ['Database clusters', 'database cluster 470112233'],
    ['VPCs', 'VPC 470112233'],
    ['Reserved IPs', 'reserved IP 470112233'],
    ['Container registries', 'container registry 470112233'],
    ['NFS shares', 'NFS share 470112233'],
  ])('of the family %s is called by its kind and its id', (title, called) => {
    expect(resourceWords.oneOf(title, '470112233')).toBe(called);
  });
});

describe('the size of a machine', () => {
  it.each([
    ['db-s-2vcpu-4gb', '2 vCPU, 4 GB'],
    ['apps-s-1vcpu-0.5gb', '1 vCPU, 0.5 GB'],
    ['c-4', 'c-4'],
  ])('%s is read from its slug as far as that tells it', (slug, words) => expect(machineOf(slug)).toBe(words));

  it.each([
    ['s-2vcpu-4gb', '2 vCPU, 4 GB'],
    ['db-s-1vcpu-2gb', '1 vCPU, 2 GB'],
    ['vdb-s-2vcpu-4gb', '2 vCPU, 4 GB'],
    ['s-2vcpu-4gb-amd', null],
    ['gd-2vcpu-8gb', null],
    ['so-4vcpu-32gb', null],
  ])('%s in a list is %s: what says more than vCPUs and memory stays a slug', (slug, words) =>
    expect(basicMachineOf(slug)).toBe(words),
  );

  it('is that of the list of sizes where it was read', () => {
    expect(machineOf('c-4', [{ slug: 'c-4', vcpus: 4, memory: 8192 }])).toBe('4 vCPU, 8 GB');
  });
});

describe('a cost', () => {
  const price = { kind: 'price', usd: '0.7080', range: null, per: 'month', isAbout: false, without: [] } as const;
  it('is shown to the cent, with what it is for', () => {
    expect(costWords.price(price)).toBe('$0.71 a month');
    expect(costWords.price({ ...price, isAbout: true })).toBe('about $0.71 a month');
    expect(costWords.price({ ...price, per: 'hour', usd: '3.39' })).toBe('$3.39 an hour');
    expect(costWords.range('24', '72')).toBe('$24.00 to $72.00 as it grows');
    expect(costWords.billed('31.2', '2026-10')).toBe('$31.20 in October');
    expect(costWords.notOnInvoice('2026-01')).toBe('not on the invoice of January');
  });
});
