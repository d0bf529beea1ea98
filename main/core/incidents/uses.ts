import type { JsonObject } from '../../../preload/contract/json.ts';
import type { Api } from '../digitalocean/api.ts';
import type { Incident } from '../state/status-page.ts';
import { productOf } from './products.ts';

/** The families that have to be read to know whether the incidents touch a team, by the operation that lists them. */
export const familiesToRead = (incidents: readonly Incident[]): string[] => [
  ...new Set(
    incidents.flatMap(({ parts }) =>
      parts.flatMap(({ product }) => {
        const found = productOf(product);
        return found?.use === 'listed' ? found.families.slice(0, 1) : [];
      }),
    ),
  ),
];

/** Stands for a thing that lies in no region, such as a domain. */
export const everywhere = '*';

/** The regions in which a team has things of that family; `null` if it cannot be read. */
export async function readUse(api: Api, operationId: string): Promise<string[] | null> {
  const listing = await api.listAll<JsonObject>(operationId, {}, { lane: 'poll' });
  return listing.ok ? [...new Set(listing.value.items.flatMap(regionsOf))] : null;
}

/** The API writes a region as a text, as an object with its slug, or as a list. */
function regionsOf(row: JsonObject): string[] {
  const { region, regions } = row;
  const all = Array.isArray(regions) ? regions : [region];
  const slugs = all.flatMap((one) =>
    typeof one === 'string' ? [one] : typeof one === 'object' && one !== null && 'slug' in one ? [String(one.slug)] : [],
  );
  return slugs.length === 0 ? [everywhere] : slugs.map((slug) => slug.toLowerCase());
}
