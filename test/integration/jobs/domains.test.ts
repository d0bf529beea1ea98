import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const domain = { familyId: 'domains_list', thing: 'shop.example.com', idAt: 'name' };
const records = '/v2/domains/shop.example.com/records';
const inDomain = { familyId: 'domains_list_records', parent: { domain_name: 'shop.example.com' } };
const record = (world: World, named: string) => `${records}/${idIn(world, records, named)}`;
const spf = 'v=spf1 mx -all';

describeJobs('domains', [
  {
    does: 'point api.shop.example.com at api-01',
    how: () => ({ ...domain, job: 'add-record', values: { name: 'api', target: '203.0.113.31' } }),
    sends: () => [[`POST ${records}`, { type: 'A', name: 'api', data: '203.0.113.31', ttl: 1800 }]],
    says: 'api.shop.example.com → 203.0.113.31, known within 30 min.',
  },
  {
    does: 'add a second mail server, typed without a dot',
    how: () => ({ ...domain, job: 'add-record', values: { type: 'MX', host: 'mx2.example.com' } }),
    sends: () => [[`POST ${records}`, { type: 'MX', name: '@', data: 'mx2.example.com.', priority: 20, ttl: 1800 }]],
    says: 'MX record of shop.example.com: mx2.example.com with priority 20, known within 30 min.',
  },
  {
    does: 'add an address of elsewhere, with the whole name typed',
    how: () => ({
      ...domain,
      job: 'add-record',
      values: { type: 'AAAA', name: 'docs.shop.example.com', target6: 'other', address6: '2001:db8::7', ttl: 60 },
    }),
    sends: () => [[`POST ${records}`, { type: 'AAAA', name: 'docs', data: '2001:db8::7', ttl: 60 }]],
    says: 'docs.shop.example.com → 2001:db8::7, known within 1 min.',
  },
  {
    does: 'add an alias of a name in the same domain',
    how: () => ({ ...domain, job: 'add-record', values: { type: 'CNAME', alias: 'blog', host: 'www' } }),
    sends: () => [[`POST ${records}`, { type: 'CNAME', name: 'blog', data: 'www.shop.example.com.', ttl: 1800 }]],
    says: 'blog.shop.example.com → www.shop.example.com, known within 30 min.',
  },
  {
    does: 'say where a service runs',
    how: () => ({
      ...domain,
      job: 'add-record',
      values: { type: 'SRV', service: '_sip._tcp', host: 'sip.example.com', port: 5060 },
    }),
    sends: () => [
      [
        `POST ${records}`,
        { type: 'SRV', name: '_sip._tcp', data: 'sip.example.com.', priority: 10, port: 5060, weight: 100, ttl: 1800 },
      ],
    ],
    says: 'SRV record of _sip._tcp.shop.example.com: sip.example.com, port 5060, known within 30 min.',
  },
  {
    does: 'say who may issue certificates',
    how: () => ({ ...domain, job: 'add-record', values: { type: 'CAA', issuer: 'letsencrypt.org' } }),
    sends: () => [[`POST ${records}`, { type: 'CAA', name: '@', data: 'letsencrypt.org.', flags: 0, tag: 'issue', ttl: 1800 }]],
    says: 'CAA record of shop.example.com: letsencrypt.org, known within 30 min.',
  },
  {
    does: 'order a certificate for a domain',
    how: () => ({ ...domain, job: 'new-certificate', values: { name: 'shop' } }),
    sends: () => [
      ['POST /v2/certificates', { name: 'shop', type: 'lets_encrypt', dns_names: ['shop.example.com', 'www.shop.example.com'] }],
    ],
    says: 'The certificate shop of shop.example.com is being issued.',
  },
  {
    does: 'delete a domain',
    how: () => ({ ...domain, thing: 'status.example.com', job: 'delete' }),
    sends: () => [['DELETE /v2/domains/status.example.com', null]],
    says: 'status.example.com is deleted, with its records.',
  },
]);

describeJobs('records', [
  {
    does: 'change the SPF text',
    how: () => ({ ...inDomain, thing: spf, job: 'edit', values: { text: 'v=spf1 mx a -all' } }),
    sends: (world) => [[`PATCH ${record(world, spf)}`, { type: 'TXT', data: 'v=spf1 mx a -all' }]],
    says: 'TXT record of shop.example.com: v=spf1 mx a -all. Others see it within 1 h.',
  },
  {
    does: 'point a name at another droplet',
    how: () => ({ ...inDomain, thing: '203.0.113.200', job: 'edit', values: { target: '203.0.113.22' } }),
    sends: (world) => [[`PATCH ${record(world, '203.0.113.200')}`, { type: 'A', data: '203.0.113.22' }]],
    says: 'A record of shop.example.com: 203.0.113.22. Others see it within 1 h.',
  },
  {
    does: 'change how long others keep a record, and nothing else of it',
    how: () => ({ ...inDomain, thing: 'CNAME', job: 'edit', values: { ttl: 300 } }),
    sends: (world) => [[`PATCH ${record(world, 'CNAME')}`, { type: 'CNAME', ttl: 300 }]],
    says: 'CNAME record of www.shop.example.com: @. Others see it within 30 min.',
  },
  {
    does: 'delete a record',
    how: () => ({ ...inDomain, thing: 'CNAME', job: 'delete' }),
    sends: (world) => [[`DELETE ${record(world, 'CNAME')}`, null]],
    says: 'The CNAME record of www.shop.example.com is deleted: @.',
  },
]);

describe('a domain', () => {
  afterEach(endAll);

  it('gives its name servers to copy and its zone file to save, and changes nothing for that', async () => {
    const world = await connected({ seed: 7 });
    const servers = await doJob(world, { ...domain, job: 'copy-name-servers' });
    const text = 'ns1.digitalocean.com\nns2.digitalocean.com\nns3.digitalocean.com';
    expect(servers.result).toMatchObject({ ok: true, value: { copy: { text } } });
    const zone = await doJob(world, { ...domain, job: 'save-zone-file' });
    expect(zone.result).toMatchObject({ ok: true, value: { downloadId: expect.any(String) } });
    expect([...servers.sent, ...zone.sent]).toEqual([]);
  });

  it('tells how many records go with it, and that the registration stays', async () => {
    const world = await connected({ seed: 7 });
    const { form } = await doJob(world, { ...domain, job: 'delete' });
    expect(form).toMatchObject({ level: 'destructive', goes: ['shop.example.com, with 9 records'] });
  });

  it('offers droplets, load balancers and reserved addresses by name to lead a name to', async () => {
    const world = await connected({ seed: 7 });
    const { form } = await doJob(world, { ...domain, job: 'add-record', values: { target: '203.0.113.31' } });
    const field = form.fields.find(({ name }) => name === 'target');
    const choices = field?.kind === 'choice' ? field.choices : [];
    expect(choices).toContainEqual({ value: '203.0.113.31', label: 'api-01', detail: '203.0.113.31, droplet in fra1' });
    expect(choices).toContainEqual({
      value: '203.0.113.200',
      label: 'shop-front',
      detail: '203.0.113.200, load balancer in fra1',
    });
    expect(choices).toContainEqual({ value: '198.51.100.9', label: '198.51.100.9', detail: 'reserved, not assigned' });
  });

  it('cannot be a CNAME itself, and says so before anything is sent', async () => {
    const world = await connected({ seed: 7 });
    const values = { type: 'CNAME', alias: 'shop.example.com', host: 'www' };
    const { result, sent } = await doJob(world, { ...domain, job: 'add-record', values });
    expect(result).toMatchObject({ ok: false, failure: { field: 'alias' } });
    expect(sent).toEqual([]);
  });
});

describe('the SOA record', () => {
  afterEach(endAll);

  it('cannot be deleted, and says why', async () => {
    const world = await connected({ seed: 7 });
    await expect(doJob(world, { ...inDomain, thing: 'SOA', job: 'delete' })).rejects.toThrow('without its SOA record');
  });
});
