import type { Schema, TagCatalogue } from './types.ts';

/**
 * What each type of DNS record has besides its type: https://docs.digitalocean.com/products/networking/dns/how-to/manage-records/
 * (read in November 2026). The published schemas give every type the fields of all, and want `flags` and `tag` of types that have
 * none.
 */
const records: Record<string, { fields: readonly string[]; needs: readonly string[] }> = {
  A: { fields: ['name', 'data', 'ttl'], needs: ['name', 'data'] },
  AAAA: { fields: ['name', 'data', 'ttl'], needs: ['name', 'data'] },
  CAA: { fields: ['name', 'data', 'flags', 'tag', 'ttl'], needs: ['name', 'data', 'flags', 'tag'] },
  CNAME: { fields: ['name', 'data', 'ttl'], needs: ['name', 'data'] },
  MX: { fields: ['name', 'data', 'priority', 'ttl'], needs: ['data', 'priority'] },
  NS: { fields: ['name', 'data', 'ttl'], needs: ['name', 'data'] },
  SOA: { fields: ['ttl'], needs: ['ttl'] },
  SRV: { fields: ['name', 'data', 'priority', 'port', 'weight', 'ttl'], needs: ['name', 'data', 'priority', 'port', 'weight'] },
  TXT: { fields: ['name', 'data', 'ttl'], needs: ['name', 'data'] },
};
const updates = ['domains_patch_record', 'domains_update_record'];

/** The schemas of one record for each type, and the choice between them. An update needs no more than the type. */
function recordSchemas(whole: Schema, prefix: string, isUpdate: boolean): { schemas: Record<string, Schema>; choice: Schema } {
  const schemas: Record<string, Schema> = {};
  const mapping: Record<string, string> = {};
  for (const [type, { fields, needs }] of Object.entries(records)) {
    const name = `${prefix}_${type.toLowerCase()}`;
    const own = Object.entries(whole.properties ?? {}).filter(([field]) => ['id', 'type', ...fields].includes(field));
    schemas[name] = { type: 'object', required: ['type', ...(isUpdate ? [] : needs)], properties: Object.fromEntries(own) };
    mapping[type] = `#/schemas/${name}`;
  }
  const members = Object.values(mapping).map((ref): Schema => ({ $ref: ref }));
  return { schemas, choice: { anyOf: members, discriminator: { propertyName: 'type', mapping } } };
}

/** A tag's file, with what the published specification gets wrong about it put right. */
export function corrected(tag: TagCatalogue): TagCatalogue {
  const whole = tag.tag === 'Domain Records' ? tag.schemas.domain_record : undefined;
  if (!whole) return tag;
  const made = recordSchemas(whole, 'domain_record', false);
  const changed = recordSchemas(whole, 'domain_record_update', true);
  const operations = tag.operations.map((one) =>
    updates.includes(one.id) && one.body ? { ...one, body: { ...one.body, schema: changed.choice } } : one,
  );
  return { ...tag, operations, schemas: { ...tag.schemas, ...made.schemas, ...changed.schemas } };
}
