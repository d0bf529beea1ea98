/** The fields of a droplet that hold its addresses. */
interface Addressed {
  publicV4: readonly string[];
  reservedIps: readonly string[];
  publicV6: readonly string[];
  privateV4: readonly string[];
}

export interface Address {
  kind: 'public-v4' | 'reserved' | 'public-v6' | 'private';
  address: string;
}

/** Every address of a droplet. The first one is the best to reach it at. */
export function addressesOf({ publicV4, reservedIps, publicV6, privateV4 }: Addressed): Address[] {
  const of = (kind: Address['kind'], addresses: readonly string[]) => addresses.map((address) => ({ kind, address }));
  return [
    ...of('public-v4', publicV4),
    ...of('reserved', reservedIps),
    ...of('public-v6', publicV6),
    ...of('private', privateV4),
  ];
}
