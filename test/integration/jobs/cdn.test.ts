import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import type { World } from '../../doubles/core/core-on-demo.ts';

const familyId = 'cdn_list_endpoints';
const images = 'shop-images.fra1.digitaloceanspaces.com';
const docs = 'docs-assets.fra1.digitaloceanspaces.com';
const cdn = '/v2/cdn/endpoints';
const at = (world: World, origin: string) => `${cdn}/${idIn(world, cdn, origin)}`;
const harbour = (world: World) => idIn(world, '/v2/certificates', 'harbour.example.com');

describeJobs('CDN endpoints', [
  {
    does: 'purge shop-images',
    how: () => ({ familyId, thing: images, job: 'purge' }),
    sends: (world) => [[`DELETE ${at(world, images)}/cache`, { files: ['*'] }]],
    says: `All of ${images} will be loaded from the origin again.`,
  },
  {
    does: 'purge a folder and a file',
    how: () => ({ familyId, thing: images, job: 'purge', values: { what: 'paths', paths: 'img/*\nlogo.png' } }),
    sends: (world) => [[`DELETE ${at(world, images)}/cache`, { files: ['img/*', 'logo.png'] }]],
    says: `2 paths of ${images} will be loaded from the origin again.`,
  },
  {
    does: 'keep files for a day, and keep the domain',
    how: () => ({ familyId, thing: images, job: 'ttl', values: { ttl: '86400' } }),
    sends: (world) => {
      const { custom_domain, certificate_id } = rowIn(world, cdn, images);
      return [[`PUT ${at(world, images)}`, { ttl: 86_400, custom_domain, certificate_id }]];
    },
    says: `${images} keeps files for 1 day.`,
  },
  {
    does: 'keep files for 10 min where there is no domain',
    how: () => ({ familyId, thing: docs, job: 'ttl', values: { ttl: '600' } }),
    sends: (world) => [[`PUT ${at(world, docs)}`, { ttl: 600 }]],
    says: `${docs} keeps files for 10 min.`,
  },
  {
    does: 'give it a domain of its own',
    how: (world) => ({
      familyId,
      thing: docs,
      job: 'own-domain',
      values: { certificate: harbour(world), domain: 'docs.harbour.example.com' },
    }),
    sends: (world) => [
      [`PUT ${at(world, docs)}`, { ttl: 3600, custom_domain: 'docs.harbour.example.com', certificate_id: harbour(world) }],
    ],
    says: `${docs} answers as docs.harbour.example.com once a CNAME record leads from there to docs-assets.fra1.cdn.digitaloceanspaces.com.`,
  },
  {
    does: 'give it a domain of its own with the record that leads there',
    how: (world) => ({
      familyId,
      thing: docs,
      job: 'own-domain',
      values: { certificate: harbour(world), domain: 'docs.harbour.example.com', record: true },
    }),
    sends: (world) => [
      [`PUT ${at(world, docs)}`, { ttl: 3600, custom_domain: 'docs.harbour.example.com', certificate_id: harbour(world) }],
      [
        'POST /v2/domains/harbour.example.com/records',
        { type: 'CNAME', name: 'docs', data: 'docs-assets.fra1.cdn.digitaloceanspaces.com.', ttl: 1800 },
      ],
    ],
    says: `${docs} answers as docs.harbour.example.com once the new record is known, within 30 min.`,
  },
  {
    does: 'take its domain away',
    how: () => ({ familyId, thing: images, job: 'own-domain', values: { certificate: 'none' } }),
    sends: (world) => [[`PUT ${at(world, images)}`, { ttl: 3600 }]],
    says: `${images} has no domain of its own any more.`,
  },
  {
    does: 'copy its address, for which nothing is sent',
    how: () => ({ familyId, thing: docs, job: 'copy-address' }),
    sends: () => [],
    says: 'Copied docs-assets.fra1.cdn.digitaloceanspaces.com.',
  },
  {
    does: 'delete it',
    how: () => ({ familyId, thing: docs, job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, docs)}`, null]],
    says: `${docs} is deleted. Its files stay.`,
  },
]);
