import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { regionWords } from '../../../words/regions.ts';
import { choice, choices, chosen, number, option, several, text, tick } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { vpcName } from './new-vpc.ts';
import { routerAddress } from './router-address.ts';
import { vpcChoices } from './vpc-choices.ts';

/** What the published specification (2026-08) lists, and the only partner that DigitalOcean documents. */
const bandwidths = [1_000, 2_000, 5_000, 10_000];
const areas = ['nyc', 'sfo', 'fra', 'ams', 'sgp'];
const partners = [option('MEGAPORT', 'Megaport')];
const anyZone = 'any';
const zones = [option(anyZone, 'Any'), option('MEGAPORT_BLUE', 'Blue'), option('MEGAPORT_RED', 'Red')];

const withRoutes = { field: 'routes', values: ['true'] };
const routeFields: readonly JobField[] = [
  tick({ name: 'routes', label: 'Set up BGP now', hint: 'It can be done later too, as the partner tells the addresses.' }),
  text({ name: 'local', label: "DigitalOcean's router", pattern: routerAddress, shownIf: withRoutes }),
  text({ name: 'peer', label: "The partner's router", pattern: routerAddress, shownIf: withRoutes }),
  number({
    name: 'asn',
    label: "The partner's AS number",
    minimum: 1,
    maximum: 4_294_967_295,
    unit: '',
    shownIf: withRoutes,
  }),
  text({ name: 'key', label: 'Key of the session', isSecret: true, shownIf: withRoutes }),
];

const routesFrom = ({ routes, local, peer, asn, key }: JobValues): JsonObject =>
  routes === true
    ? {
        bgp: {
          local_router_ip: String(local),
          peer_router_ip: String(peer),
          peer_router_asn: Number(asn),
          auth_key: String(key),
        },
      }
    : {};

export const newPartnerAttachment: Job = {
  name: 'new',
  label: 'New attachment…',
  level: 'normal',
  isNew: true,
  keywords: 'create partner megaport line connect private',
  submitLabel: 'Make attachment',
  async open({ ask, nowMs }) {
    const vpcs = await ask.list('vpcs_list');
    if (!vpcs.ok) return vpcs;
    return success({
      lines: ['It is billed from now on. The partner is ordered on its own site, with the service key that this gets.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('line', nowMs), pattern: vpcName }),
        choice({ name: 'partner', label: 'Partner', choices: partners }),
        choice({ name: 'area', label: 'Region', choices: areas.map((area) => option(area, regionWords(area), area)) }),
        choice({
          name: 'bandwidth',
          label: 'Bandwidth',
          choices: bandwidths.map((mbps) => option(String(mbps), `${mbps / 1_000} Gbit/s`)),
          value: String(bandwidths[0]),
        }),
        choices({ name: 'vpcs', label: 'VPCs', choices: vpcChoices(vpcs.value), isRequired: true }),
        choice({
          name: 'zone',
          label: 'Redundancy zone',
          choices: zones,
          value: anyZone,
          hint: 'Of two lines, one in each zone goes on while the other is down.',
        }),
        ...routeFields,
      ],
    });
  },
  plan(values, _context, { fields }) {
    const { name, partner, area, bandwidth, vpcs, zone } = values;
    const body = {
      name: String(name),
      connection_bandwidth_in_mbps: Number(bandwidth),
      region: String(area),
      naas_provider: String(partner),
      vpc_ids: several(vpcs),
      ...(zone === anyZone ? {} : { redundancy_zone: String(zone) }),
      ...routesFrom(values),
    };
    return {
      steps: [{ label: 'Make attachment', operationId: 'partnerAttachments_create', body }],
      done: () => `${name} is being made in ${chosen(fields, 'area', area)}. Copy its service key for the partner.`,
    };
  },
};
