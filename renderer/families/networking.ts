import { age, amount, code, count, kindOf, link, name, region, status, tags, text, yesNo } from './columns.ts';
import { type FamilyGroup, family } from './family.ts';

export const networking: FamilyGroup = {
  title: 'Networking',
  families: [
    family('domains_list', 'Domains', [name(), amount('TTL', 'ttl', '72px')], {
      create: 'domains_create',
      idAt: ['name'],
      urn: 'domain',
    }),
    family(
      'domains_list_records',
      'Records',
      [
        name(),
        text('Type', 'type', '64px'),
        code('Value', 'data', 'minmax(140px, 2fr)'),
        amount('TTL', 'ttl', '64px'),
        text('Priority', 'priority', '64px'),
      ],
      { inside: 'domains_list', create: 'domains_create_record', idAt: ['id'] },
    ),
    family(
      'loadBalancers_list',
      'Load balancers',
      [
        name(),
        status(),
        region(),
        code('Address', 'ip'),
        count('Droplets', 'droplet_ids'),
        count('Rules', 'forwarding_rules'),
        age(),
      ],
      { create: 'loadBalancers_create', urn: 'loadbalancer' },
    ),
    family(
      'firewalls_list',
      'Firewalls',
      [
        name(),
        status(),
        count('Inbound', 'inbound_rules'),
        count('Outbound', 'outbound_rules'),
        count('Droplets', 'droplet_ids'),
        tags(),
        age(),
      ],
      { create: 'firewalls_create', urn: 'firewall' },
    ),
    family(
      'reservedIPs_list',
      'Reserved IPs',
      [
        name('ip', 'Address'),
        region(),
        link('Droplet', 'droplet.id', 'droplets_list'),
        link('Project', 'project_id', 'projects_list'),
        yesNo('Locked', 'locked'),
      ],
      { create: 'reservedIPs_create', idAt: ['ip'], urn: 'reservedip' },
    ),
    family(
      'reservedIPv6_list',
      'Reserved IPv6',
      [name('ip', 'Address'), region(), link('Droplet', 'droplet.id', 'droplets_list'), age('reserved_at', 'Held')],
      { create: 'reservedIPv6_create', idAt: ['ip'], urn: 'reservedipv6' },
    ),
    family(
      'floatingIPs_list',
      'Floating IPs',
      [name('ip', 'Address'), region(), link('Droplet', 'droplet.id', 'droplets_list'), yesNo('Locked', 'locked')],
      { create: 'floatingIPs_create', idAt: ['ip'], urn: 'floatingip', isFormer: true },
    ),
    family('vpcs_list', 'VPCs', [name(), region(), code('Range', 'ip_range'), yesNo('Default', 'default'), age()], {
      create: 'vpcs_create',
      urn: 'vpc',
    }),
    family('vpcs_list_members', 'Members', [name(), kindOf('urn'), age()], {
      inside: 'vpcs_list',
      idAt: ['urn'],
      order: { by: 'urn', isDescending: false },
      standsFor: { urn: 'urn' },
    }),
    family(
      'vpcPeerings_list',
      'VPC peerings',
      [name(), status(), link('VPCs', 'vpc_ids', 'vpcs_list', 'minmax(140px, 1.6fr)'), age()],
      {
        create: 'vpcPeerings_create',
      },
    ),
    family(
      'vpcnatgateways_list',
      'NAT gateways',
      [
        name(),
        status('state'),
        region(),
        text('Type', 'type', '80px'),
        code('Address', 'egresses.public_gateways.ipv4'),
        count('VPCs', 'vpcs'),
        age(),
      ],
      { create: 'vpcnatgateways_create' },
    ),
    family(
      'cdn_list_endpoints',
      'CDN endpoints',
      [name('endpoint'), text('Origin', 'origin'), text('Own domain', 'custom_domain'), amount('TTL', 'ttl', '72px'), age()],
      { create: 'cdn_create_endpoint', idAt: ['id'] },
    ),
    family(
      'partnerAttachments_list',
      'Partner attachments',
      [
        name(),
        status('state'),
        region(),
        amount('Bandwidth', 'connection_bandwidth_in_mbps', '88px'),
        count('VPCs', 'vpc_ids'),
        age(),
      ],
      { create: 'partnerAttachments_create' },
    ),
    family(
      'byoipPrefixes_list',
      'BYOIP prefixes',
      [name('prefix'), status(), region(), yesNo('Locked', 'locked'), link('Project', 'project_id', 'projects_list')],
      { create: 'byoipPrefixes_create', idAt: ['uuid'] },
    ),
    family(
      'byoipPrefixes_list_resources',
      'Addresses',
      [name('byoip', 'Address'), region(), link('Resource', 'resource', 'droplets_list'), age('assigned_at', 'Held')],
      {
        inside: 'byoipPrefixes_list',
        idAt: ['id'],
      },
    ),
  ],
};
