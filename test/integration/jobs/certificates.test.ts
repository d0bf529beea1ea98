import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const familyId = 'certificates_list';
const certificates = '/v2/certificates';
const block = (kind: string) => `-----BEGIN ${kind}-----\nMIIB\n-----END ${kind}-----`;

describeJobs('certificates', [
  {
    does: 'delete a certificate that nothing uses',
    how: () => ({ familyId, thing: 'internal-wildcard', job: 'delete' }),
    sends: (world) => [[`DELETE ${certificates}/${idIn(world, certificates, 'internal-wildcard')}`, null]],
    says: 'internal-wildcard is deleted.',
  },
  {
    does: 'copy its fingerprint, for which nothing is sent',
    how: () => ({ familyId, thing: 'internal-wildcard', job: 'copy-fingerprint' }),
    sends: () => [],
    says: 'Copied the SHA-1 fingerprint of internal-wildcard.',
  },
]);

/** The certificate that the shop's load balancer and the images' CDN show. */
const shop = { familyId, thing: 'sha1_fingerprint' };

describe('a certificate in use', () => {
  afterEach(endAll);

  it('is made anew, given to everything that shows it, and deleted at the end', async () => {
    const world = await connected({ seed: 7 });
    const old = String(world.demo.rows(certificates, 'Harbour Works')[0]?.id);
    const balancer = rowIn(world, '/v2/load_balancers', 'shop-front');
    const endpoint = rowIn(world, '/v2/cdn/endpoints', old);
    const values = { name: 'shop-2' };
    const { form, sent, result } = await doJob(world, { ...shop, thing: old, job: 'replace', values });
    expect(form.lines[0]).toBe('Visitors of shop-front and images.shop.example.com see the new one.');
    const names = ['shop.example.com', 'www.shop.example.com'];
    expect(sent).toEqual([
      { method: 'POST', path: certificates, body: { name: 'shop-2', type: 'lets_encrypt', dns_names: names } },
    ]);
    expect(result).toMatchObject({ ok: true, value: { message: 'Replacing certificate shop.example.com' } });
    const before = world.writes.length;
    await world.pass(60_000);
    const made = idIn(world, certificates, 'shop-2');
    const later = world.writes.slice(before);
    expect(later.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `PUT /v2/load_balancers/${balancer.id}`,
      `PUT /v2/cdn/endpoints/${endpoint.id}`,
      `DELETE ${certificates}/${old}`,
    ]);
    expect(later[0]?.body).toMatchObject({
      name: 'shop-front',
      forwarding_rules: [{ certificate_id: made }, { entry_port: 80 }],
    });
    expect(later[1]?.body).toEqual({ ttl: 3600, custom_domain: 'images.shop.example.com', certificate_id: made });
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'job');
    expect(row).toMatchObject({ status: 'completed', title: 'Replaced certificate shop.example.com by shop-2' });
  });

  it('goes on, once the person has seen it, on what somebody else made of a balancer meanwhile', async () => {
    const world = await connected({ seed: 7 });
    const old = String(world.demo.rows(certificates, 'Harbour Works')[0]?.id);
    const balancer = rowIn(world, '/v2/load_balancers', 'shop-front');
    await doJob(world, { ...shop, thing: old, job: 'replace', values: { name: 'shop-2' } });
    balancer.http_idle_timeout_seconds = 77;
    await world.pass(60_000);
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'job');
    expect(row?.failure).toMatchObject({
      message: expect.stringMatching(/^Make the new one: done\. Give it to shop-front failed: shop-front was changed elsewhere/),
      goOn: [{ label: 'Give it to shop-front, then 2 more steps' }],
      nextStep: 'If you go on, everything else of it stays as it is now.',
      changes: [{ way: ['http_idle_timeout_seconds'], sides: { before: 60, after: 77 } }],
    });
    const before = world.writes.length;
    const ran = await world.buoy.calls.runJob({ id: row?.failure?.goOn?.[0]?.id ?? '', values: {} });
    expect(ran).toMatchObject({ ok: true });
    await world.pass(60_000);
    expect(world.writes.slice(before).map(({ method }) => method)).toEqual(['PUT', 'PUT', 'DELETE']);
    const made = idIn(world, certificates, 'shop-2');
    expect(rowIn(world, '/v2/load_balancers', 'shop-front')).toMatchObject({
      http_idle_timeout_seconds: 77,
      forwarding_rules: [{ certificate_id: made }, {}],
    });
  });

  it('is not deleted: what uses it is named instead', async () => {
    const world = await connected({ seed: 7 });
    const old = String(world.demo.rows(certificates, 'Harbour Works')[0]?.id);
    const deletion = doJob(world, { familyId, thing: old, job: 'delete' });
    await expect(deletion).rejects.toThrow('shop.example.com is used by shop-front and images.shop.example.com.');
  });

  it('is found by its name where its id ended with a renewal, after the list was read', async () => {
    const world = await connected({ seed: 7 });
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const row = { id: 'from-before', name: 'shop.example.com', type: 'lets_encrypt', dns_names: ['shop.example.com'] };
    const thing = { connectionId, familyId, id: row.id, parent: {}, row };
    const deletion = await world.buoy.calls.openJob({ name: 'delete', thing });
    const message = 'shop.example.com is used by shop-front and images.shop.example.com.';
    expect(deletion).toMatchObject({ ok: false, failure: { message } });
    const opened = await world.buoy.calls.openJob({ name: 'replace', thing });
    expect(opened.ok && opened.value.lines[0]).toBe('Visitors of shop-front and images.shop.example.com see the new one.');
    // Of two of one's own with one name in turn, the other one is another certificate.
    const own = { ...thing, row: { ...row, name: 'internal-wildcard' } };
    expect(await world.buoy.calls.openJob({ name: 'delete', thing: own })).toMatchObject({ ok: true });
  });

  it('can be replaced by one from files, and no private key is taken for a certificate', async () => {
    const world = await connected({ seed: 7 });
    const own = { familyId, thing: 'internal-wildcard', job: 'replace' };
    const [certificate, key] = [block('CERTIFICATE'), block('PRIVATE KEY')];
    const swapped = await doJob(world, { ...own, values: { name: 'new', certificate: key, key } });
    expect(swapped.result).toMatchObject({ ok: false, failure: { field: 'certificate' } });
    expect(swapped.sent).toEqual([]);
    const both = await doJob(world, { ...own, values: { name: 'new', certificate: `${certificate}\n${key}`, key } });
    expect(both).toMatchObject({ sent: [], result: { ok: false, failure: { field: 'certificate' } } });
    expect(JSON.stringify(both.result)).not.toContain('MIIB');
    const { sent, form } = await doJob(world, { ...own, values: { name: 'new', certificate, key } });
    const body = { name: 'new', type: 'custom', private_key: key, leaf_certificate: certificate };
    expect(sent).toEqual([{ method: 'POST', path: certificates, body }]);
    expect(form.fields.find(({ name }) => name === 'key')).toMatchObject({ isSecret: true });
    expect(JSON.stringify(await world.view())).not.toContain('MIIB');
  });
});

describe('a certificate of one’s own', () => {
  afterEach(endAll);

  it('takes its key and both texts from files too', async () => {
    const world = await connected({ seed: 7 });
    const { fields } = await openOn(world, { familyId, job: 'new' });
    const named = (name: string) => fields.find((field) => field.name === name);
    for (const name of ['certificate', 'key', 'chain'])
      expect(named(name)).toMatchObject({ isLong: true, fromFile: { endings: expect.arrayContaining(['.pem', '.key']) } });
  });
});
