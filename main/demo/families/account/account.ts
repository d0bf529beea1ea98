import { snapshotId, snapshotsOf } from '../../seeds/attachments.ts';
import { isApplication, publicImages } from '../../seeds/images.ts';
import { regions, sizes } from '../../seeds/regions.ts';
import { type Call, ok, type Reply } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { type Row, Table } from '../../world/table.ts';
import { dayMs, isoOf } from '../../world/world.ts';
import { dropletLimitOf } from '../compute/droplet-create.ts';
import type { Family } from '../family.ts';

function account({ team }: Call): Reply {
  return ok({
    account: {
      droplet_limit: dropletLimitOf(team),
      floating_ip_limit: 5,
      volume_limit: 100,
      email: team.email,
      name: 'Mara Lindqvist',
      uuid: team.ownerUuid,
      email_verified: true,
      status: 'active',
      status_message: '',
      team: { uuid: team.uuid, name: team.name },
    },
  });
}

const regionTable = new Table('slug', regions);
const sizeTable = new Table('slug', sizes);

function listImages(call: Call): Reply {
  const { query, team } = call;
  const table = team.table('/v2/images');
  const [type, tag] = [query.get('type'), query.get('tag_name')];
  const isPrivate = query.get('private') === 'true';
  const fits = (image: Row) => {
    if (type === 'distribution' && (image.public !== true || isApplication(image))) return false;
    if (type === 'application' && !isApplication(image)) return false;
    if (isPrivate && image.public === true) return false;
    return tag === null || (Array.isArray(image.tags) && image.tags.includes(tag));
  };
  const isPlain = type === null && tag === null && !isPrivate;
  return listReply(call, table, isPlain ? table.list() : table.list().filter(fits));
}

export const accountFamily: Family = {
  seeds: {
    '/v2/images': ({ team, world }) => [
      ...publicImages,
      ...snapshotsOf(team).map((one) => ({
        id: snapshotId(team, one.name),
        name: one.name,
        type: 'snapshot',
        distribution: 'Ubuntu',
        slug: null,
        public: false,
        regions: [one.region],
        created_at: isoOf(world.startMs - one.ageDays * dayMs),
        min_disk_size: 25,
        size_gigabytes: one.gigabytes,
        description: '',
        tags: [],
        status: 'available',
        error_message: '',
      })),
    ],
    '/v2/account/keys': ({ team }) =>
      ['laptop', 'deploy', 'recovery'].map((name) => {
        const random = team.random('key', name);
        const fingerprint = random.hex(32).match(/../g)?.join(':') ?? '';
        return {
          id: random.whole(30_000_000, 49_999_999),
          name,
          fingerprint,
          public_key: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${random.hex(40)} ${name}@example.com`,
        };
      }),
  },
  handlers: {
    account_get: account,
    regions_list: (call) => listReply(call, regionTable),
    sizes_list: (call) => listReply(call, sizeTable),
    images_list: listImages,
  },
};
