import { vpcId } from '../../seeds/attachments.ts';
import { bodyOf } from '../../wire/call.ts';
import { isRow, listOf, textOf } from '../../world/table.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';

/** Things at the edge of a team's networks: certificates, CDN endpoints, NAT gateways, Spaces keys. */
export const edge: Family = {
  seeds: {
    '/v2/certificates': ({ team, world }) => {
      if (team.breadth === 'little') return [];
      const lines: [name: string, names: string[], days: number, type: string][] =
        team.breadth === 'full'
          ? [
              ['shop.example.com', ['shop.example.com', 'www.shop.example.com'], 9, 'lets_encrypt'],
              ['harbour.example.com', ['harbour.example.com'], 71, 'lets_encrypt'],
              ['internal-wildcard', ['*.internal.example.com'], 402, 'custom'],
              ['partners', ['partners.example.com', 'api.partners.example.com'], 12, 'custom'],
            ]
          : [
              ['tidepool.example.com', ['tidepool.example.com'], 55, 'lets_encrypt'],
              ['old-blog', ['blog.example.com'], -3, 'custom'],
            ];
      return lines.map(([name, dns_names, days, type]) => ({
        id: team.random('certificate', name).uuid(),
        name,
        dns_names,
        not_after: isoOf(world.startMs + days * dayMs),
        sha1_fingerprint: team.random('fingerprint', name).hex(40),
        created_at: isoOf(world.startMs - (90 - Math.min(89, days)) * dayMs),
        state: 'verified',
        type,
      }));
    },
    '/v2/cdn/endpoints': ({ team, world }) => {
      if (team.breadth !== 'full') return [];
      return ['shop-images', 'docs-assets'].map((name, index) => ({
        id: team.random('cdn', name).uuid(),
        origin: `${name}.fra1.digitaloceanspaces.com`,
        endpoint: `${name}.fra1.cdn.digitaloceanspaces.com`,
        ttl: 3600,
        created_at: isoOf(world.startMs - 210 * dayMs),
        ...(index === 0
          ? { custom_domain: 'images.shop.example.com', certificate_id: textOf(team.table('/v2/certificates').list()[0], 'id') }
          : { custom_domain: '', certificate_id: undefined }),
      }));
    },
    '/v2/vpc_nat_gateways': ({ team, world }) =>
      team.breadth !== 'full'
        ? []
        : [
            {
              id: team.random('nat').uuid(),
              name: 'outbound-fra1',
              type: 'PUBLIC',
              state: 'ACTIVE',
              region: 'fra1',
              size: 1,
              vpcs: [{ vpc_uuid: vpcId(team, 'fra1'), gateway_ip: '10.19.0.3' }],
              egresses: { public_gateways: [{ ipv4: '203.0.113.230' }] },
              udp_timeout_seconds: 30,
              icmp_timeout_seconds: 30,
              tcp_timeout_seconds: 300,
              created_at: isoOf(world.startMs - 66 * dayMs),
              updated_at: isoOf(world.startMs - 66 * dayMs),
            },
          ],
    '/v2/spaces/keys': ({ team, world }) =>
      team.breadth === 'little'
        ? []
        : [
            ['uploads', 'shop-images', 'readwrite'],
            ['backup-job', 'backups', 'readwrite'],
            ['reports-reader', 'reports', 'read'],
          ].map(([name, bucket, permission], index) => ({
            name,
            access_key: `DO00${team.random('spaces key', String(name)).hex(16).toUpperCase()}`,
            grants: [{ bucket, permission }],
            created_at: isoOf(world.startMs - (30 + index * 100) * dayMs),
          })),
  },
  effects: {
    '/v2/certificates': {
      born: ({ team, world, ...call }, row) => {
        const body = bodyOf({ team, world, ...call });
        later(world, 8_000, () => team.table('/v2/certificates').change(row.id, { state: 'verified' }));
        return { ...row, dns_names: listOf(body, 'dns_names'), not_after: isoOf(world.now() + 90 * dayMs), state: 'pending' };
      },
    },
    '/v2/cdn/endpoints': {
      born: (_, row) => ({ ...row, endpoint: textOf(row, 'origin').replace('.digitalocean', '.cdn.digitalocean') }),
    },
    '/v2/vpc_nat_gateways': {
      // A VPC that stays keeps the gateway's address in it.
      changed: ({ team }, row) => {
        const before = listOf(team.table('/v2/vpc_nat_gateways').find(row.id), 'vpcs').filter(isRow);
        const vpcs = listOf(row, 'vpcs').filter(isRow);
        return { vpcs: vpcs.map((vpc) => ({ ...before.find((one) => one.vpc_uuid === vpc.vpc_uuid), ...vpc })) };
      },
    },
    '/v2/spaces/keys': {
      born: ({ team, world }, row) => {
        const random = team.random('new spaces key', world.nextId());
        return { ...row, access_key: `DO00${random.hex(16).toUpperCase()}`, secret_key: `demo-${random.hex(40)}` };
      },
    },
  },
};
