/*
 * Names of things as DigitalOcean's answers write them: `do:volume:…`. Both the page and the jobs say what kind one is of.
 */

/** What URNs call otherwise than people do. */
const kinds: Readonly<Record<string, string>> = {
  app: 'app',
  autoscale: 'autoscale pool',
  database: 'database cluster',
  dbaas: 'database cluster',
  floating_ip: 'reserved IP',
  floatingip: 'reserved IP',
  image: 'image',
  kubernetes: 'Kubernetes cluster',
  loadbalancer: 'load balancer',
  nfs: 'NFS share',
  reserved_ip: 'reserved IP',
  reservedip: 'reserved IP',
  reservedipv6: 'reserved IPv6',
  space: 'bucket',
  vpc: 'VPC',
  vpcnatgateway: 'NAT gateway',
};

/** The parts of a URN; `null`: the text is none. */
export function urnParts(text: string): { kind: string; id: string } | null {
  const [scheme, kind = '', ...rest] = text.split(':');
  return scheme === 'do' && kind !== '' && rest.length > 0 ? { kind, id: rest.join(':') } : null;
}

/** What people call one of that kind, in the middle of a sentence. A kind that is new is spelled out. */
export const wordsOfUrnKind = (kind: string): string =>
  Object.hasOwn(kinds, kind) ? (kinds[kind] ?? kind) : kind.replaceAll(/[_-]+/g, ' ').toLowerCase();

const longestId = 24;
const isHex = /^[\da-f-]+$/i;

/** An id as short as people compare it: the beginning of a long one. What somebody chose, such as a bucket's name, stays whole. */
export const shortId = (id: string): string => (id.length > longestId && isHex.test(id) ? `${id.slice(0, 8)}…` : id);

/** What stands for a name that cannot be read: "droplet 470112233". */
export const calledByUrn = ({ kind, id }: { kind: string; id: string }): string => `${wordsOfUrnKind(kind)} ${shortId(id)}`;
