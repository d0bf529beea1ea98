import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getAccount, parseAccount } from '../../../../../main/core/digitalocean/resources/account.ts';
import {
  listRecentActions,
  parseAction,
  postDropletAction,
  postTagAction,
} from '../../../../../main/core/digitalocean/resources/actions.ts';
import { listAlertPolicies, parseAlertPolicy } from '../../../../../main/core/digitalocean/resources/alert-policies.ts';
import { getBalance, parseBalance } from '../../../../../main/core/digitalocean/resources/balance.ts';
import { getDroplet, listDroplets, parseDroplet } from '../../../../../main/core/digitalocean/resources/droplets.ts';
import {
  listReservedIps,
  listReservedIpv6,
  parseReservedIp,
} from '../../../../../main/core/digitalocean/resources/reserved-ips.ts';
import {
  getUptimeCheckState,
  parseUptimeCheck,
  parseUptimeCheckState,
} from '../../../../../main/core/digitalocean/resources/uptime-checks.ts';
import { openClient } from '../open-client.ts';

/** Shaped after the published example of GET /v2/droplets. */
const wireDroplet = {
  id: 3164444,
  name: 'web-01.example.com',
  memory: 4096,
  vcpus: 2,
  disk: 80,
  locked: true,
  status: 'active',
  created_at: '2026-03-01T10:00:00Z',
  features: ['backups', 'ipv6'],
  backup_ids: [53893572],
  next_backup_window: { start: '2026-11-24T00:00:00Z', end: '2026-11-24T23:00:00Z' },
  snapshot_ids: [67512819],
  image: { id: 63663980, name: '12 x64', distribution: 'Debian', slug: 'debian-12-x64' },
  volume_ids: ['506f78a4-e098-11e5-ad9f-000f53306ae1'],
  size: { price_monthly: 24, price_hourly: 0.03571 },
  size_slug: 's-2vcpu-4gb',
  networks: {
    v4: [
      { ip_address: '10.128.192.124', type: 'private' },
      { ip_address: '203.0.113.21', type: 'public' },
    ],
    v6: [{ ip_address: '2001:db8::21', type: 'public' }],
  },
  region: { name: 'Frankfurt 1', slug: 'fra1' },
  tags: ['web'],
  vpc_uuid: '760e09ef-dc84-11e8-981e-3cfdfeaae000',
};

describe('parseDroplet', () => {
  it.each([null, undefined, '0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', 'soon'])(
    'knows no time of creation where the API says %j',
    (created_at) => expect(parseDroplet({ ...wireDroplet, created_at })?.createdAtMs).toBeNull(),
  );

  it('reads a droplet as the reference shows it', () => {
    expect(parseDroplet(wireDroplet)).toEqual({
      id: 3164444,
      name: 'web-01.example.com',
      status: 'active',
      statusRaw: 'active',
      isLocked: true,
      createdAtMs: Date.UTC(2026, 2, 1, 10),
      regionSlug: 'fra1',
      regionName: 'Frankfurt 1',
      sizeSlug: 's-2vcpu-4gb',
      memoryMb: 4096,
      vcpus: 2,
      diskGb: 80,
      priceMonthlyUsd: 24,
      priceHourlyUsd: 0.03571,
      imageName: '12 x64',
      imageDistribution: 'Debian',
      imageId: 63663980,
      imageSlug: 'debian-12-x64',
      publicV4: ['203.0.113.21'],
      privateV4: ['10.128.192.124'],
      publicV6: ['2001:db8::21'],
      tags: ['web'],
      features: ['backups', 'ipv6'],
      volumeIds: ['506f78a4-e098-11e5-ad9f-000f53306ae1'],
      snapshotIds: [67512819],
      backupIds: [53893572],
      vpcUuid: '760e09ef-dc84-11e8-981e-3cfdfeaae000',
      nextBackupWindow: { startAtMs: Date.UTC(2026, 10, 24), endAtMs: Date.UTC(2026, 10, 24, 23) },
    });
  });

  it('keeps the raw text of a status that it does not know', () => {
    expect(parseDroplet({ ...wireDroplet, status: 'melting' })).toMatchObject({ status: 'unknown', statusRaw: 'melting' });
  });

  it('needs only an id, and does not invent what is missing', () => {
    expect(parseDroplet({ id: 1, networks: null, region: null })).toMatchObject({
      name: 'droplet 1',
      status: 'unknown',
      publicV4: [],
      priceMonthlyUsd: null,
      memoryMb: null,
      vcpus: null,
      diskGb: null,
      createdAtMs: null,
      vpcUuid: null,
    });
  });
});

describe('the parsers', () => {
  const parsers = {
    parseAccount,
    parseAction,
    parseAlertPolicy,
    parseBalance,
    parseDroplet,
    parseUptimeCheck,
    parseUptimeCheckState,
  };

  it('never throw, whatever they get', () => {
    const wire = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom(...Object.keys(wireDroplet), 'uuid', 'slug', 'regions', 'started_at'), fc.anything()),
    );
    fc.assert(
      fc.property(wire, (raw) => {
        for (const parse of Object.values(parsers)) expect(() => parse(raw, 0)).not.toThrow();
      }),
    );
  });

  it('keep the raw text of unknown values', () => {
    expect(parseAction({ id: 1, type: 'x', status: 'paused', started_at: '2026-11-23T14:00:00Z' })).toMatchObject({
      status: 'unknown',
      completedAtMs: null,
      resourceId: null,
    });
    expect(parseUptimeCheck({ id: 'c', type: 'dns' })).toMatchObject({ type: 'unknown', typeRaw: 'dns', isEnabled: true });
    expect(parseAlertPolicy({ uuid: 'u', type: 't', value: 3, compare: 'Near', window: '2h' })).toMatchObject({
      compare: 'unknown',
      compareRaw: 'Near',
      windowMinutes: null,
      windowRaw: '2h',
    });
    expect(parseAccount({ email: 'a@example.com', uuid: 'u', status: 'odd' })).toMatchObject({
      status: 'unknown',
      team: null,
      dropletLimit: null,
    });
    expect(
      parseUptimeCheckState({ regions: { eu_west: { status: 'UP' }, us_east: { status: 'odd' } } })?.regions.map(
        ({ status }) => status,
      ),
    ).toEqual(['UP', 'unknown']);
  });

  it('read ids that are numbers in one place and text in another', () => {
    expect(parseDroplet({ id: '7', name: 'n', volume_ids: [4], snapshot_ids: ['5'], tags: [2026] })).toMatchObject({
      id: 7,
      volumeIds: ['4'],
      snapshotIds: [5],
      tags: ['2026'],
    });
    expect(parseReservedIp({ ip: '198.51.100.5', droplet: { id: '7' } })).toMatchObject({ dropletId: 7 });
    expect(parseUptimeCheck({ id: 12 })).toMatchObject({ id: '12' });
    expect(parseAlertPolicy({ uuid: 9, type: 't', value: '80', entities: [1, '2'] })).toMatchObject({
      uuid: '9',
      value: 80,
      entities: ['1', '2'],
      isAboutAll: false,
    });
  });

  it.each([
    [{}, true],
    [{ entities: [], tags: null }, true],
    [{ entities: [{ id: 1 }] }, false],
    [{ entities: 'all' }, false],
    [{ entities: [], tags: [null] }, false],
  ])('let a policy be about all only where it says so: %j', (fields, isAboutAll) => {
    expect(parseAlertPolicy({ uuid: 'u', type: 't', value: 1, ...fields })).toMatchObject({ isAboutAll });
  });

  it("read an action's region in both of its forms", () => {
    const action = { id: 1, type: 'x', started_at: '2026-11-23T14:00:00Z' };
    expect(parseAction({ ...action, region: 'nyc3' })).toMatchObject({ regionSlug: 'nyc3' });
    expect(parseAction({ ...action, region: { slug: 'ams3' } })).toMatchObject({ regionSlug: 'ams3' });
  });

  it('take a balance of a far future for one without a time', () => {
    const amounts = { month_to_date_usage: '3', month_to_date_balance: '1', account_balance: '-2' };
    const readAtMs = Date.parse('2026-11-23T14:00:00Z');
    const at = (generated_at: string) => parseBalance({ ...amounts, generated_at }, readAtMs);
    expect(at('2026-11-23T20:00:00Z')).toMatchObject({ isDated: true, generatedAtMs: readAtMs + 6 * 3_600_000 });
    expect(at('2099-01-02T00:00:00Z')).toMatchObject({ isDated: false, generatedAtMs: readAtMs });
  });

  it('return nothing if the identity is missing or has the wrong type', () => {
    expect(parseDroplet({ id: '1x', name: 'n' })).toBeUndefined();
    expect(parseAccount({ email: 5, uuid: 'u' })).toBeUndefined();
    expect(parseAction({ id: 1, type: 'x' })).toBeUndefined();
    expect(parseBalance({ month_to_date_usage: 'free' }, 0)).toBeUndefined();
    expect([parseUptimeCheck([]), parseAlertPolicy('x')]).toEqual([undefined, undefined]);
  });
});

describe('the typed calls', () => {
  it('ask what they say, and parse what comes', async () => {
    const action = {
      id: 5,
      type: 'reboot',
      status: 'in-progress',
      started_at: '2026-11-23T14:00:00Z',
      resource_id: 7,
      resource_type: 'droplet',
      region_slug: 'fra1',
    };
    const { api, transport } = openClient(({ url, method }) => {
      if (method === 'POST') return { status: 201, json: url.includes('tag_name') ? { actions: [action] } : { action } };
      if (url.includes('/actions')) return { json: { actions: [action] } };
      if (url.includes('/droplets?')) return { json: { droplets: [wireDroplet], meta: { total: 1 } } };
      if (url.includes('/droplets/')) return { json: { droplet: wireDroplet } };
      if (url.endsWith('/balance'))
        return {
          json: {
            month_to_date_balance: '1.10',
            account_balance: '-2',
            month_to_date_usage: '3',
            generated_at: '2026-11-23T13:00:00Z',
          },
        };
      if (url.includes('/monitoring/'))
        return {
          json: {
            policies: [
              { uuid: 'u', type: 'v1/insights/droplet/cpu', value: 80, compare: 'GreaterThan', window: '5m', enabled: true },
            ],
          },
        };
      if (url.includes('/reserved_ipv6'))
        return { json: { reserved_ipv6s: [{ ip: '2001:db8::7', droplet: { id: 7 } }], meta: { total: 1 } } };
      if (url.includes('/reserved_ips'))
        return { json: { reserved_ips: [{ ip: '198.51.100.5', droplet: null }], meta: { total: 1 } } };
      if (url.endsWith('/state')) return { json: { state: { regions: {} } } };
      return { json: { account: { email: 'ops@example.com', uuid: 'u', status: 'active', droplet_limit: 25 } } };
    });
    expect(await getAccount(api)).toMatchObject({ ok: true, value: { email: 'ops@example.com', dropletLimit: 25 } });
    expect(await getBalance(api, () => 5)).toMatchObject({ ok: true, value: { accountBalance: '-2', monthToDateUsage: '3' } });
    expect(await listDroplets(api, {}, 'web')).toMatchObject({ ok: true, value: [{ id: 3164444 }] });
    expect(await getDroplet(api, 3164444)).toMatchObject({ ok: true, value: { name: 'web-01.example.com' } });
    expect(await listRecentActions(api, 50)).toMatchObject({ ok: true, value: [{ id: 5, status: 'in-progress' }] });
    expect(await postDropletAction(api, 7, { type: 'reboot' })).toMatchObject({ ok: true, value: { resourceId: 7 } });
    expect(await postTagAction(api, 'web', { type: 'power_cycle' })).toMatchObject({ ok: true, value: [{ id: 5 }] });
    expect(await getUptimeCheckState(api, 'c')).toMatchObject({ ok: true, value: { regions: [], previousOutage: null } });
    expect(await listAlertPolicies(api)).toMatchObject({ ok: true, value: [{ windowMinutes: 5, compare: 'GreaterThan' }] });
    expect(await listReservedIps(api)).toEqual({ ok: true, value: [{ address: '198.51.100.5', dropletId: null }] });
    expect(await listReservedIpv6(api)).toEqual({ ok: true, value: [{ address: '2001:db8::7', dropletId: 7 }] });
    const asked = transport.requests.map(({ method, url }) => `${method} ${url.replace('http://127.0.0.1:9/base', '')}`);
    expect(asked).toContain('GET /v2/droplets?tag_name=web&per_page=200&page=1');
    expect(asked).toContain('GET /v2/actions?per_page=50');
    expect(asked).toContain('POST /v2/droplets/actions?tag_name=web');
  });

  it('fail with bad-answer if the body contains nothing of what was asked for', async () => {
    const { api } = openClient(() => ({ json: { somethingElse: true } }));
    expect(await getAccount(api)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-answer', operationId: 'account_get', status: 200 },
    });
    expect(await listRecentActions(api, 5)).toMatchObject({ ok: false, failure: { kind: 'bad-answer' } });
    const { api: odd } = openClient(() => ({ json: { droplets: [{ id: 'x' }], meta: { total: 1 } } }));
    expect(await listDroplets(odd)).toMatchObject({ ok: false, failure: { kind: 'bad-answer', operationId: 'droplets_list' } });
  });

  it('name the request whose answer has another form', async () => {
    const { api } = openClient(() => ({ json: { somethingElse: true } }));
    const read = await listRecentActions(api, 5);
    expect(read.ok ? '' : read.failure.message).toBe('The answer to GET /v2/actions has an unexpected form.');
  });

  it('leave out only what cannot be told apart, and tell the log once', async () => {
    const { api, log } = openClient(() => ({ json: { droplets: [{ id: 7 }, { name: 'lost' }], meta: { total: 2 } } }));
    expect(await listDroplets(api)).toMatchObject({ ok: true, value: [{ id: 7, name: 'droplet 7' }] });
    await listDroplets(api);
    expect(log.filter((line) => line.includes('1 of 2 say too little to be told apart'))).toHaveLength(1);
    const { api: actions } = openClient(() => ({
      json: { actions: [{ type: 'x' }, { id: 1, type: 'x', started_at: '2026-11-23T14:00:00Z' }] },
    }));
    expect(await listRecentActions(actions, 5)).toMatchObject({ ok: true, value: [{ id: 1 }] });
  });
});
