import { vpcId } from '../../seeds/attachments.ts';
import { publicImage } from '../../seeds/images.ts';
import { regionOf, sizeOf } from '../../seeds/regions.ts';
import { unprocessable } from '../../wire/problem.ts';
import { listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import type { World } from '../../world/world.ts';
import { type Ended, startAction } from './actions.ts';
import { dropletRegion, dropletRow, publicV4 } from './droplet-row.ts';

const path = '/v2/droplets';
const texts = (values: readonly unknown[]) => values.filter((value) => typeof value === 'string');

/**
 * Creates the droplets that a body asks for, and answers in the API's form. Throws the API's 422 for droplets that it cannot
 * create.
 */
export function createDroplets(world: World, team: Team, body: Row): Row {
  const names = texts(listOf(body, 'names'));
  if (names.length > 10) throw unprocessable('You can only create up to 10 Droplets at once.');
  const made = (names.length > 0 ? names : [textOf(body, 'name')]).map((name) => createOne(world, team, name, body));
  const actions = made.map(({ action }) => ({
    id: action.id,
    rel: 'create',
    href: `${world.baseUrl()}/v2/actions/${action.id}`,
  }));
  const [first] = made;
  if (names.length > 0 || !first) return { droplets: made.map(({ droplet }) => droplet), links: { actions } };
  return { droplet: first.droplet, links: { actions } };
}

function createOne(world: World, team: Team, name: string, body: Row): { droplet: Row; action: Row } {
  const size = textOf(body, 'size');
  const image = textOf(body, 'image');
  const region = textOf(body, 'region') === '' ? regionOf('nyc3') : regionOf(textOf(body, 'region'));
  if (!/^[a-zA-Z0-9][a-zA-Z0-9.-]*$/.test(name))
    throw unprocessable('Only valid hostname characters are allowed. (a-z, A-Z, 0-9, . and -)');
  if (!sizeOf(size)) throw unprocessable('You specified an invalid size for Droplet creation.');
  if (!region) throw unprocessable('You specified an invalid region for Droplet creation.');
  const own = team.table('/v2/images').find(image);
  if (!publicImage(image) && !own) throw unprocessable('You specified an invalid image for Droplet creation.');
  const table = team.table(path);
  if (table.size >= dropletLimitOf(team)) throw unprocessable('creating this/these droplet(s) will exceed your droplet limit');
  const id = world.nextId();
  const random = team.random('new droplet', id);
  const droplet = table.add({
    ...dropletRow({
      id,
      name,
      status: 'active',
      tags: texts(listOf(body, 'tags')),
      region: textOf(region, 'slug'),
      size,
      image,
      address: '',
      ageDays: 0,
      hasBackups: body.backups === true,
      createdAtMs: world.now(),
      vpcUuid: textOf(body, 'vpc_uuid') || vpcId(team, textOf(region, 'slug')),
      volumeIds: texts(listOf(body, 'volumes')),
      snapshotIds: [],
      backupIds: [],
      nowMs: world.now(),
      hasIpv6: body.ipv6 === true,
      hasMonitoring: body.monitoring === true,
    }),
    ...(own ? { image: own } : {}),
    status: 'new',
    locked: true,
  });
  for (const volume of listOf(droplet, 'volume_ids')) team.table('/v2/volumes').change(volume, { droplet_ids: [id] });
  const action = startAction(world, team, {
    type: 'create',
    resourceId: id,
    resourceType: 'droplet',
    region: dropletRegion(droplet),
    target: `droplet:${id}`,
    finish: (outcome) => settle(team, id, outcome, `203.0.113.${random.whole(100, 250)}`),
  });
  return { droplet, action };
}

/** A droplet whose creation failed disappears. Any other one has an address from now on. */
function settle(team: Team, id: number, outcome: Ended, address: string): void {
  const table = team.table(path);
  if (outcome === 'errored') {
    table.remove(id);
    return;
  }
  const droplet = table.find(id);
  const networks = rowOf(droplet, 'networks');
  table.change(id, {
    status: 'active',
    locked: false,
    networks: { ...networks, v4: [...listOf(networks, 'v4'), publicV4(address)] },
  });
}

/** The number of droplets that the team has, and room for some more. */
export function dropletLimitOf(team: Team): number {
  const limits = { full: 25, usual: 25, little: 10 };
  return Math.max(
    limits[team.breadth],
    team.document('#droplet-limit', () => ({ value: team.table(path).size + 11 })).value as number,
  );
}
