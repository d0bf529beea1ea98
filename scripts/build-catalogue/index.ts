/*
 * Writes main/core/digitalocean/catalogue from DigitalOcean's OpenAPI document:
 *   node scripts/build-catalogue/index.ts [openapi.json] [required-operations.json]
 * Facts only: no description, example or other sentence of the document enters the repository.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCatalogue } from './build.ts';
import type { RequiredOperations, Specification } from './specification.ts';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(repository, 'main/core/digitalocean/catalogue');

const [specificationPath = join(repository, '../shared/digitalocean/openapi.json'), requiredPath] = process.argv.slice(2);
const besides = join(dirname(specificationPath), 'required-operations.json');

const specification = JSON.parse(readFileSync(specificationPath, 'utf8')) as Specification;
const required = JSON.parse(readFileSync(requiredPath ?? besides, 'utf8')) as RequiredOperations;

const files = buildCatalogue(specification, required);
// The file of a tag that no longer exists must not stay.
rmSync(join(folder, 'tags'), { recursive: true, force: true });
mkdirSync(join(folder, 'tags'), { recursive: true });
let bytes = 0;
for (const [name, text] of files) {
  writeFileSync(join(folder, name), text);
  bytes += Buffer.byteLength(text);
}
console.log(`${files.size} files, ${(bytes / 1024).toFixed(0)} KB in ${folder}`);
