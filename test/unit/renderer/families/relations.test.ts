import { describe, expect, it } from 'vitest';
import { panelOf } from '../../../../renderer/families/panels/all.ts';
import type { About } from '../../../../renderer/families/panels/panel.ts';
import { emptyAbout } from '../../../doubles/invented/empty-about.ts';

const about = (item: About['item'], reads: Record<string, About['item'][]> = {}): About => ({
  ...emptyAbout,
  item,
  id: String(item.id ?? item.name),
  read: (operationId) => reads[operationId] ?? [],
});

/** What a row of a list is to a thing; `null`: nothing. */
function relation(familyId: string, thing: About, otherId: string, row: About['item']): string | null {
  const found = (panelOf(familyId)?.related ?? []).find((one) => {
    if (one.familyId !== otherId) return false;
    if ('from' in one) return one.from(row, thing);
    return 'to' in one && one.to(thing).includes(String(row.id));
  });
  return found === undefined ? null : (found.as ?? 'related');
}

const rule = { protocol: 'tcp', ports: '80' };
const balancer = about({ id: 'lb1', ip: '203.0.113.9', ipv6: '2001:db8::9', tag: 'web', target_load_balancer_ids: ['lb2'] });
const leading = (data: string) => ({ domains_list_records: [{ type: 'A', name: 'www', data }] });
const domain = (data: string) => about({ name: 'shop.example.com' }, leading(data));

describe('what points back at a thing', () => {
  it.each<[what: string, thing: About, familyId: string, otherId: string, row: About['item'], as: string | null]>([
    [
      'a record of a load balancer',
      balancer,
      'loadBalancers_list',
      'domains_list_records',
      { data: '203.0.113.9' },
      'leads to it',
    ],
    ['one of its other address', balancer, 'loadBalancers_list', 'domains_list_records', { data: '2001:db8::9' }, 'leads to it'],
    ['a record of something else', balancer, 'loadBalancers_list', 'domains_list_records', { data: '203.0.113.8' }, null],
    ['a record without a value', about({ id: 'lb1', ip: '' }), 'loadBalancers_list', 'domains_list_records', { data: '' }, null],
    [
      'a firewall that lets a load balancer in, by the second of its rules',
      balancer,
      'loadBalancers_list',
      'firewalls_list',
      {
        inbound_rules: [
          { ...rule, sources: {} },
          { ...rule, sources: { load_balancer_uids: ['lb1'] } },
        ],
      },
      'firewall that lets it in',
    ],
    [
      'one that lets out to it',
      balancer,
      'loadBalancers_list',
      'firewalls_list',
      { outbound_rules: [{ ...rule, destinations: { load_balancer_uids: ['lb1'] } }] },
      'firewall that lets out to it',
    ],
    ['what a global one hands on to', balancer, 'loadBalancers_list', 'loadBalancers_list', { id: 'lb2' }, 'serves'],
    [
      'a reserved IPv6 address of a domain',
      domain('2001:db8:5::1a'),
      'domains_list',
      'reservedIPv6_list',
      { ip: '2001:db8:5::1a' },
      'a record leads to it',
    ],
    [
      'an app of a domain',
      domain('storefront.apps.example.com.'),
      'domains_list',
      'apps_list',
      { default_ingress: 'https://storefront.apps.example.com' },
      'a record leads to it',
    ],
    ['an app that is not served yet', domain('.'), 'domains_list', 'apps_list', { default_ingress: '' }, null],
    ['dedicated inference in a VPC', about({ id: 'v1' }), 'vpcs_list', 'dedicatedInferences_list', { vpc_uuid: 'v1' }, 'related'],
    ['an agent in a VPC', about({ id: 'v1' }), 'vpcs_list', 'genai_list_agents', { vpc_uuid: 'v1' }, 'related'],
  ])('is %s', (_what, thing, familyId, otherId, row, as) => {
    expect(relation(familyId, thing, otherId, row)).toBe(as);
  });
});
