import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  findOperation,
  loadIndex,
  loadTag,
  UnknownOperationError,
} from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { readOperations, readTags, schemasOf, walkSchema } from './read-catalogue.ts';

const folder = new URL('../../../../../main/core/digitalocean/catalogue/', import.meta.url);

const keywords = new Set(
  `$ref title type format nullable enum const default minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength
  maxLength pattern minItems maxItems uniqueItems required properties minProperties maxProperties additionalProperties items
  oneOf anyOf allOf not discriminator readOnly writeOnly deprecated`.split(/\s+/),
);

describe('the committed catalogue', () => {
  it('holds 659 operations, 380 of them required, each id once', async () => {
    const index = await loadIndex();
    expect(index.operations).toHaveLength(659);
    expect(index.operations.filter((one) => one.isRequired)).toHaveLength(380);
    expect(new Set(index.operations.map((one) => one.id)).size).toBe(659);
  });

  it('has the same facts in the index and in the tag files', async () => {
    const index = await loadIndex();
    const byId = new Map((await readOperations()).map((one) => [one.id, one]));
    for (const summary of index.operations) expect(byId.get(summary.id)).toMatchObject(summary);
    expect(byId.size).toBe(index.operations.length);
    for (const tag of index.tags) {
      expect((await loadTag(tag.name)).operations).toHaveLength(tag.operations);
      expect(statSync(new URL(`tags/${tag.slug}.json`, folder)).size).toBe(tag.bytes);
    }
    expect(readdirSync(new URL('tags/', folder))).toHaveLength(index.tags.length);
  });

  it('keeps the index under 120 KB', () => {
    expect(statSync(new URL('index.json', folder)).size).toBeLessThan(120 * 1024);
  });

  it('resolves every reference inside its own file', async () => {
    for (const { tag, operations, schemas } of await readTags()) {
      const names = new Set(Object.keys(schemas).map((name) => `#/schemas/${name}`));
      for (const schema of [...operations.flatMap(schemasOf), ...Object.values(schemas)]) {
        walkSchema(schema, ({ $ref, discriminator }) => {
          const refs = [...($ref === undefined ? [] : [$ref]), ...Object.values(discriminator?.mapping ?? {})];
          for (const ref of refs) expect(names, `${tag} refers to ${ref}`).toContain(ref);
        });
      }
    }
  });

  it('keeps only known schema keywords, and nothing beside a reference', async () => {
    for (const { operations, schemas } of await readTags()) {
      for (const schema of [...operations.flatMap(schemasOf), ...Object.values(schemas)]) {
        walkSchema(schema, (one) => {
          expect(Object.keys(one).filter((key) => !keywords.has(key))).toEqual([]);
          if (one.$ref !== undefined) expect(Object.keys(one)).toEqual(['$ref']);
          expect((one.title ?? '').length).toBeLessThanOrEqual(40);
        });
      }
    }
  });

  it('contains no sentence of the specification', () => {
    const files = ['index.json', ...readdirSync(new URL('tags/', folder)).map((name) => `tags/${name}`)];
    const strings: string[] = [];
    for (const file of files) {
      JSON.parse(readFileSync(new URL(file, folder), 'utf8'), (key, value) => {
        if (typeof value === 'string' && key !== 'source') strings.push(value);
        return value;
      });
    }
    // A long title has ten words; patterns have no spaces.
    const prose = strings.filter((text) => text.length > 200 || text.split(/\s+/).length > 12);
    expect(prose).toEqual([]);
  });
});

describe('findOperation', () => {
  it.each(['monitoring_get_appRestartCountMetrics.yml', 'monitoring_get_droplet_autoscale_current_cpu_utilization.yml'])(
    'loads the dotted id %s',
    async (id) => {
      const { operation, schemas } = await findOperation(id);
      expect(operation.id).toBe(id);
      expect(Object.keys(schemas)).not.toHaveLength(0);
    },
  );

  it('rejects an id that the API does not have', async () => {
    await expect(findOperation('droplets_explode')).rejects.toThrow(UnknownOperationError);
  });

  it('rejects a tag that the API does not have', async () => {
    await expect(loadTag('Submarines')).rejects.toThrow('no tag Submarines');
  });

  it('gives every caller the same object', async () => {
    const [first, second] = await Promise.all([findOperation('droplets_list'), findOperation('droplets_list')]);
    expect(first.operation).toBe(second.operation);
  });
});
