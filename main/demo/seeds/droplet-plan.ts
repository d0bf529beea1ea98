/** What is known about a droplet before its row is written. */
export interface PlannedDroplet {
  name: string;
  status: 'active' | 'off';
  tags: readonly string[];
  region: string;
  size: string;
  image: string;
  address: string;
  ageDays: number;
  hasBackups?: boolean;
  /** DigitalOcean's metrics agent is not on it. */
  isWithoutAgent?: boolean;
}

type Line = readonly [
  name: string,
  tags: string,
  region: string,
  size: string,
  address: string,
  ageDays: number,
  more?: Partial<PlannedDroplet>,
];

const harbour: readonly Line[] = [
  ['api-01', 'api prod', 'fra1', 'g-2vcpu-8gb', '203.0.113.31', 402, { hasBackups: true }],
  ['api-02', 'api prod', 'fra1', 'g-2vcpu-8gb', '203.0.113.32', 402, { hasBackups: true }],
  ['bastion-01', 'ops', 'fra1', 's-1vcpu-1gb', '203.0.113.10', 760, { image: 'debian-12-x64', isWithoutAgent: true }],
  ['build-runner-02', 'ci', 'nyc3', 's-4vcpu-8gb', '198.51.100.61', 214, { status: 'off' }],
  ['cache-01', 'cache prod', 'fra1', 'm-2vcpu-16gb', '203.0.113.40', 391, { status: 'off' }],
  ['edge-ams-01', 'edge prod', 'ams3', 's-1vcpu-2gb', '198.51.100.12', 151],
  ['edge-sgp-01', 'edge prod', 'sgp1', 's-1vcpu-2gb', '198.51.100.87', 151],
  ['mail-relay-01', 'ops', 'fra1', 's-1vcpu-2gb', '203.0.113.25', 733, { image: 'debian-12-x64', hasBackups: true }],
  ['metrics-01', 'ops prod', 'fra1', 's-4vcpu-8gb', '203.0.113.50', 274],
  ['web-01', 'web prod', 'fra1', 's-2vcpu-4gb', '203.0.113.21', 243, { hasBackups: true }],
  ['web-02', 'web prod', 'fra1', 's-2vcpu-4gb', '203.0.113.22', 243],
  ['web-03', 'web prod', 'fra1', 's-2vcpu-4gb', '203.0.113.23', 3, { image: 'ubuntu-26-04-x64' }],
  ['worker-01', 'jobs prod', 'fra1', 'c-2', '203.0.113.71', 122],
  ['worker-02', 'jobs prod', 'fra1', 'c-2', '203.0.113.72', 122],
];

const tidepool: readonly Line[] = [
  ['ci-runner-01', 'ci', 'ams3', 's-4vcpu-8gb', '192.0.2.44', 61],
  ['docs-01', 'web', 'ams3', 's-1vcpu-1gb', '192.0.2.18', 388],
  ['preview-17', 'preview', 'ams3', 's-1vcpu-1gb', '192.0.2.117', 2, { image: 'debian-13-x64' }],
  ['preview-18', 'preview', 'ams3', 's-1vcpu-1gb', '192.0.2.118', 1, { image: 'debian-13-x64' }],
  ['shop-worker-01', 'jobs', 'ams3', 's-1vcpu-2gb', '192.0.2.71', 190],
  ['staging-01', 'web staging', 'ams3', 's-2vcpu-4gb', '192.0.2.21', 96],
  ['staging-db-01', 'db staging', 'ams3', 's-2vcpu-4gb', '192.0.2.31', 96, { hasBackups: true }],
];

const personal: readonly Line[] = [
  ['playground', 'lab', 'lon1', 's-1vcpu-1gb', '192.0.2.201', 12],
  ['wiki', 'web', 'lon1', 's-1vcpu-1gb', '192.0.2.202', 511, { hasBackups: true }],
];

export interface PlannedTeam {
  name: string;
  breadth: 'full' | 'usual' | 'little';
  email: string;
  lines: readonly Line[];
}

export const plannedTeams: readonly PlannedTeam[] = [
  { name: 'Harbour Works', breadth: 'full', email: 'ops@harbour.example.com', lines: harbour },
  { name: 'Tidepool', breadth: 'usual', email: 'dev@tidepool.example.com', lines: tidepool },
  { name: 'Personal', breadth: 'little', email: 'mara@example.com', lines: personal },
];

/** How many of all droplets each team gets: the small teams keep theirs, the first team gets the rest. */
export function shareOut(total: number): number[] {
  const small = Math.min(personal.length, Math.floor(total / 10));
  const middle = Math.min(tidepool.length, Math.floor(total / 3));
  return [total - small - middle, middle, small];
}

const roles: readonly [role: string, tags: string][] = [
  ['web', 'web prod'],
  ['api', 'api prod'],
  ['worker', 'jobs prod'],
  ['edge', 'edge prod'],
  ['build-runner', 'ci'],
  ['cache', 'cache prod'],
  ['db-replica', 'db prod'],
  ['preview', 'preview'],
];
const places = ['fra1', 'ams3', 'nyc3', 'sgp1', 'lon1', 'sfo3', 'tor1', 'blr1', 'syd1'];
const usualSizes = ['s-1vcpu-1gb', 's-2vcpu-4gb', 's-1vcpu-2gb', 'c-2', 's-4vcpu-8gb', 'g-2vcpu-8gb', 'm-2vcpu-16gb'];
const ranges = ['203.0.113', '198.51.100', '192.0.2'];

const at = <T>(list: readonly T[], index: number, fallback: T): T => list[index % list.length] ?? fallback;

/** A team's droplets: first those with names of their own, then as many more as are asked for. */
export function planDroplets({ lines }: PlannedTeam, count: number): PlannedDroplet[] {
  const named = lines.slice(0, count).map(
    ([name, tags, region, size, address, ageDays, more]): PlannedDroplet => ({
      name,
      status: 'active',
      tags: tags.split(' '),
      region,
      size,
      image: 'ubuntu-24-04-x64',
      address,
      ageDays,
      ...more,
    }),
  );
  return [...named, ...Array.from({ length: Math.max(0, count - named.length) }, (_, index) => planOneMore(index))];
}

function planOneMore(index: number): PlannedDroplet {
  const [role, tags] = at(roles, index, ['web', 'web']);
  const region = at(places, Math.floor(index / roles.length), 'fra1');
  const number = String(Math.floor(index / (roles.length * places.length)) + 4).padStart(2, '0');
  return {
    name: `${role}-${region.slice(0, 3)}-${number}`,
    status: index % 17 === 13 ? 'off' : 'active',
    tags: tags.split(' '),
    region,
    size: at(usualSizes, index * 5 + Math.floor(index / 7), 's-1vcpu-1gb'),
    image: at(['ubuntu-24-04-x64', 'debian-12-x64', 'ubuntu-22-04-x64'], index, 'ubuntu-24-04-x64'),
    address: `${at(ranges, index, '203.0.113')}.${(index % 250) + 4}`,
    ageDays: (index * 7) % 700,
    hasBackups: index % 6 === 0,
  };
}
