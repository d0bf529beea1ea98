import { regionOr } from '../../seeds/regions.ts';
import { accepted, bodyOf, type Call, created, type Handler, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { conflict, unprocessable } from '../../wire/problem.ts';
import { type Row, rowOf, textOf } from '../../world/table.ts';
import { dayMs, isoOf } from '../../world/world.ts';
import { getActionOf, listActionsOf, startAction } from '../compute/actions.ts';
import type { Family } from '../family.ts';

/** The three kinds of reserved addresses. For IPv4 the older and the newer name show the same addresses. */
interface Kind {
  place: string;
  parameter: string;
  root: string;
}

const reserved: Kind = { place: '/v2/reserved_ips', parameter: 'reserved_ip', root: 'reserved_ip' };
const floating: Kind = { place: '/v2/reserved_ips', parameter: 'floating_ip', root: 'floating_ip' };
const reservedV6: Kind = { place: '/v2/reserved_ipv6', parameter: 'reserved_ipv6', root: 'reserved_ipv6' };

const addressIn = (call: Call, kind: Kind) => rowIn(call, kind.place, call.path[kind.parameter]);

const regionOfRow = (row: Row): string => textOf(row, 'region_slug') || textOf(rowOf(row, 'region'), 'slug');

function create(kind: Kind): Handler {
  return (call) => {
    const body = bodyOf(call);
    const droplet = body.droplet_id === undefined ? null : call.team.table('/v2/droplets').find(body.droplet_id);
    if (droplet === undefined) throw unprocessable('The Droplet was not found.');
    const region = droplet ? regionOfRow(droplet) : textOf(body, 'region') || textOf(body, 'region_slug');
    const number = call.world.nextId();
    const row: Row =
      kind === reservedV6
        ? {
            ip: `2001:db8:5::${number.toString(16).slice(-4)}`,
            region_slug: region,
            reserved_at: isoOf(call.world.now()),
            droplet: null,
          }
        : {
            ip: `198.51.100.${100 + (number % 150)}`,
            region: regionOr(region),
            droplet,
            locked: droplet !== null,
            project_id: textOf(body, 'project_id') || defaultProject(call),
          };
    const table = call.team.table(kind.place);
    table.add(row);
    const links: Row = {};
    if (droplet) {
      const action = startAction(call.world, call.team, {
        ...startingFor(call, kind, row, 'assign_ip'),
        finish: () => table.change(row.ip, { locked: false }),
      });
      links.actions = [{ id: action.id, rel: 'assign_ip', href: `${call.world.baseUrl()}/v2/actions/${action.id}` }];
      links.droplets = [{ id: droplet.id, rel: 'droplet', href: `${call.world.baseUrl()}/v2/droplets/${droplet.id}` }];
    }
    return kind === reservedV6 ? created({ [kind.root]: row }) : accepted({ [kind.root]: row, links });
  };
}

const defaultProject = ({ team }: Call): string =>
  textOf(
    team
      .table('/v2/projects')
      .list()
      .find(({ is_default }) => is_default === true),
    'id',
  );

function startingFor({ team }: Call, kind: Kind, row: Row, type: string) {
  return {
    type,
    // The API gives the address as a number here.
    resourceId: team.random('ip number', textOf(row, 'ip')).whole(700_000_000, 799_999_999),
    resourceType: kind === reservedV6 ? 'reserved_ipv6' : 'reserved_ip',
    region: regionOfRow(row),
    target: `${kind.place}/${row.ip}`,
  };
}

function act(kind: Kind): Handler {
  return (call) => {
    const body = bodyOf(call);
    const address = addressIn(call, kind);
    const type = textOf(body, 'type');
    if (address.locked === true) throw unprocessable('The IP already has a pending event.');
    if (type !== 'assign' && type !== 'unassign') throw unprocessable('The type of the action is invalid.');
    const droplet = type === 'assign' ? call.team.table('/v2/droplets').find(body.droplet_id) : null;
    if (droplet === undefined) throw unprocessable('The Droplet was not found.');
    const table = call.team.table(kind.place);
    table.change(address.ip, { locked: true });
    const action = startAction(call.world, call.team, {
      ...startingFor(call, kind, address, type === 'assign' ? 'assign_ip' : 'unassign_ip'),
      finish: (outcome) => table.change(address.ip, outcome === 'completed' ? { locked: false, droplet } : { locked: false }),
    });
    return created({ action: { ...action, project_id: address.project_id ?? defaultProject(call) } });
  };
}

function remove(kind: Kind): Handler {
  return (call) => {
    const address = addressIn(call, kind);
    if (address.locked === true) throw conflict('The IP already has a pending event.');
    call.team.table(kind.place).remove(address.ip);
    return noContent();
  };
}

const list =
  (kind: Kind): Handler =>
  (call) =>
    listReply(call, call.team.table(kind.place));
const get =
  (kind: Kind): Handler =>
  (call) =>
    ok({ [kind.root]: addressIn(call, kind) });
const listActions =
  (kind: Kind): Handler =>
  (call) =>
    listActionsOf(call, `${kind.place}/${addressIn(call, kind).ip}`);

const getAction =
  (kind: Kind): Handler =>
  (call): Reply => {
    const address = addressIn(call, kind);
    const reply = getActionOf(call, `${kind.place}/${address.ip}`);
    return ok({ action: { ...rowOf(reply.json as Row, 'action'), project_id: address.project_id } });
  };

const planned: Record<string, readonly (readonly [ip: string, region: string, droplet: string | null])[]> = {
  'Harbour Works': [
    ['198.51.100.5', 'fra1', 'web-01'],
    ['198.51.100.6', 'fra1', 'api-01'],
    ['198.51.100.9', 'fra1', null],
  ],
  Tidepool: [['198.51.100.44', 'ams3', 'staging-01']],
};

export const reservedIps: Family = {
  seeds: {
    [reserved.place]: ({ team }) =>
      (planned[team.name] ?? []).map(([ip, region, name]) => ({
        ip,
        region: regionOr(region),
        droplet:
          team
            .table('/v2/droplets')
            .list()
            .find((row) => row.name === name) ?? null,
        locked: false,
        project_id: textOf(team.table('/v2/projects').list().at(0), 'id'),
      })),
    [reservedV6.place]: ({ team, world }) =>
      team.breadth === 'full'
        ? [
            {
              ip: '2001:db8:5::1a',
              region_slug: 'fra1',
              reserved_at: isoOf(world.startMs - 88 * dayMs),
              droplet: team.table('/v2/droplets').list()[0] ?? null,
            },
          ]
        : [],
  },
  handlers: {
    reservedIPs_list: list(reserved),
    reservedIPs_create: create(reserved),
    reservedIPs_get: get(reserved),
    reservedIPs_delete: remove(reserved),
    reservedIPsActions_list: listActions(reserved),
    reservedIPsActions_post: act(reserved),
    reservedIPsActions_get: getAction(reserved),
    floatingIPs_list: list(floating),
    floatingIPs_create: create(floating),
    floatingIPs_get: get(floating),
    floatingIPs_delete: remove(floating),
    floatingIPsAction_list: listActions(floating),
    floatingIPsAction_post: act(floating),
    floatingIPsAction_get: getAction(floating),
    reservedIPv6_create: create(reservedV6),
    reservedIPv6_delete: remove(reservedV6),
    reservedIPv6Actions_post: act(reservedV6),
  },
};
