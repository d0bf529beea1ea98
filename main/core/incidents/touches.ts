import type { ConnectionState } from '../state/state.ts';
import type { Incident, IncidentPart, StatusPage } from '../state/status-page.ts';
import { type Product, productOf } from './products.ts';
import { everywhere } from './uses.ts';

/** Where an incident meets what a team uses. */
export interface Touch {
  connectionId: string;
  product: Product;
  /** The regions of the incident in which the team uses the product; empty: the incident names none. */
  regions: readonly string[];
}

/**
 * Where the incident meets what these teams use. Empty if it touches none of them, as far as Buoy knows: a product that Buoy does
 * not know, or whose use could not be read, touches nobody.
 */
export function touchesOf(incident: Incident, connections: Iterable<ConnectionState>, uses: StatusPage['uses']): Touch[] {
  return [...connections].flatMap((connection) => {
    const found = new Map<Product, Set<string>>();
    for (const part of incident.parts) {
      const product = productOf(part.product);
      if (product === null || !isUsed(product, part, connection, uses)) continue;
      const regions = found.get(product) ?? new Set();
      if (part.regionSlug !== null) regions.add(part.regionSlug);
      found.set(product, regions);
    }
    return [...found].map(([product, regions]) => ({ connectionId: connection.id, product, regions: [...regions].sort() }));
  });
}

function isUsed(product: Product, { regionSlug }: IncidentPart, connection: ConnectionState, uses: StatusPage['uses']): boolean {
  const isThere = (regions: readonly string[]) =>
    regionSlug === null ? regions.length > 0 : regions.some((one) => one === everywhere || isSameRegion(one, regionSlug));
  if (product.use === 'everyone') return regionSlug === null || isThere(dropletRegions(connection));
  if (product.use === 'droplets') return isThere(dropletRegions(connection));
  const [family = ''] = product.families;
  return isThere(uses.get(connection.id)?.get(family) ?? []);
}

const dropletRegions = ({ droplets }: ConnectionState): string[] => [...droplets.values()].map(({ regionSlug }) => regionSlug);

/** Apps lie in `fra`, and the page names `fra1`. */
const isSameRegion = (own: string, reported: string): boolean =>
  own === reported || (own.length === 3 && reported.startsWith(own));
