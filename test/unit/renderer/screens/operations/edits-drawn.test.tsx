import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failed, type Outcome } from '../../../../../preload/contract/failure.ts';
import type { ApiRequest, ApiResult } from '../../../../../preload/contract/schema.ts';
import { answered } from '../../../../doubles/page/operations-bridge.ts';
import { drawOperations } from './draw-operations.tsx';

vi.setConfig({ testTimeout: 30_000 });

const rules = [{ protocol: 'tcp', ports: '443', sources: { addresses: ['0.0.0.0/0'] } }];
const outbound = [{ protocol: 'tcp', ports: 'all', destinations: { addresses: ['0.0.0.0/0'] } }];
const firewall = {
  id: 'f1',
  status: 'succeeded',
  name: 'web',
  inbound_rules: rules,
  outbound_rules: outbound,
  droplet_ids: [7],
  tags: ['prod'],
  note: 'not in the published schema',
};

/** The form of a firewall's update, over an API that answers the reads as given. */
async function drawFirewall(reads: (request: ApiRequest) => Outcome<ApiResult>, query = '') {
  const drawn = await drawOperations('#/operations');
  const updates: ApiRequest[] = [];
  drawn.bridge.respondWith((request) => {
    if (request.operationId !== 'firewalls_update') return reads(request);
    updates.push(request);
    return answered({ firewall });
  });
  await act(async () => {
    window.location.hash = `#/operations/firewalls_update?path.firewall_id=f1${query}`;
  });
  const form = await screen.findByRole('form', { name: 'Update a Firewall' });
  const send = () => drawn.user.click(screen.getByRole('button', { name: /^Send(?! anyway)/ }));
  return { ...drawn, form, send, updates, asked: () => drawn.bridge.sent.map(({ operationId }) => operationId) };
}

const changes = () => screen.getByRole('region', { name: 'What changes' });
const nameField = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' });

describe('the form of an update', () => {
  it('starts from what is there, shows the one change before it is sent, and sends everything back', async () => {
    const { user, send, updates } = await drawFirewall(() => answered({ firewall }));
    // The form is drawn anew once the firewall was read.
    await waitFor(async () => expect((await nameField()).value).toBe('web'));
    const name = await nameField();
    expect(screen.getByText('Nothing is changed yet.')).toBeTruthy();
    await user.type(name, '-2');
    expect(changes().textContent).toContain('1 change');
    expect(within(changes()).getByText('web-2')).toBeTruthy();
    await send();
    await waitFor(() => expect(updates).toHaveLength(1));
    expect(updates[0]?.body).toEqual({
      name: 'web-2',
      inbound_rules: rules,
      outbound_rules: outbound,
      droplet_ids: [7],
      tags: ['prod'],
      note: 'not in the published schema',
    });
  });

  it('sends nothing if nothing is changed', async () => {
    const { send, updates } = await drawFirewall(() => answered({ firewall }));
    await screen.findByText('Nothing is changed yet.');
    await send();
    expect(await screen.findByText('Nothing is changed, so nothing was sent.')).toBeTruthy();
    expect(updates).toEqual([]);
  });

  it('keeps values that came with its address as changes of what is there', async () => {
    const body = encodeURIComponent(JSON.stringify({ name: 'other' }));
    const { send, updates } = await drawFirewall(() => answered({ firewall }), `&body=${body}`);
    await waitFor(() => expect(within(changes()).getByText('other')).toBeTruthy());
    await send();
    await waitFor(() => expect(updates[0]?.body).toMatchObject({ name: 'other', droplet_ids: [7], tags: ['prod'] }));
  });

  it('is filled again from another address of the same thing, with the values that it brings', async () => {
    const { updates, send } = await drawFirewall(() => answered({ firewall }));
    await screen.findByText('Nothing is changed yet.');
    await act(async () => {
      window.location.hash = `#/operations/firewalls_update?path.firewall_id=f1&body=${encodeURIComponent('{"name":"other"}')}`;
    });
    await waitFor(() => expect(within(changes()).getByText('other')).toBeTruthy());
    await send();
    await waitFor(() => expect(updates[0]?.body).toMatchObject({ name: 'other', droplet_ids: [7], tags: ['prod'] }));
  });

  it('is read again when a person comes back to it and had typed nothing', async () => {
    let name = 'web';
    await drawFirewall(() => answered({ firewall: { ...firewall, name } }));
    await screen.findByText('Nothing is changed yet.');
    const again = window.location.hash;
    await act(async () => {
      window.location.hash = '#/operations/account_get';
    });
    await screen.findByRole('form', { name: 'Get User Information' });
    name = 'renamed';
    await act(async () => {
      window.location.hash = again;
    });
    await waitFor(async () => expect((await nameField()).value).toBe('renamed'));
  });

  it('keeps what is typed while the thing is read again', async () => {
    const { user } = await drawFirewall(() => answered({ firewall }));
    const field = await nameField();
    await waitFor(() => expect(field.value).toBe('web'));
    await user.type(field, '-2');
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(within(changes()).getByText('web-2')).toBeTruthy());
  });

  it('refuses to replace what could not be read, until the person fills everything in by choice', async () => {
    const { user, send, updates } = await drawFirewall(() => failed({ kind: 'server-error', message: 'No answer for now.' }));
    expect(await screen.findByText(/No answer for now/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
    await send();
    expect(updates).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Fill it in by hand' }));
    await user.type(await nameField(), 'new');
    await send();
    const anyway = screen.queryByRole('button', { name: 'Send anyway' });
    if (anyway) await user.click(anyway);
    await waitFor(() => expect(updates[0]?.body).toMatchObject({ name: 'new' }));
  });

  it('refuses to take off what the token may not read, and names the scope', async () => {
    const { user, send, updates } = await drawFirewall(({ operationId }) =>
      operationId === 'droplets_list'
        ? failed({ kind: 'forbidden', message: 'no', scopes: ['droplet:read'] })
        : answered({ firewall: { ...firewall, droplet_ids: [] } }),
    );
    expect(await screen.findByText(/This token may not read Droplet IDs/)).toBeTruthy();
    expect(screen.getByText(/droplet:read/)).toBeTruthy();
    await user.type(await nameField(), '-2');
    await send();
    expect(updates).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Leave it empty' }));
    await send();
    await waitFor(() => expect(updates[0]?.body).toMatchObject({ name: 'web-2', droplet_ids: [] }));
  });

  it('stops if the thing changed meanwhile, shows how, and keeps both changes for the next press', async () => {
    let reads = 0;
    const { user, send, updates } = await drawFirewall(() => {
      reads += 1;
      return answered({ firewall: { ...firewall, tags: reads === 1 ? ['prod'] : ['prod', 'new'] } });
    });
    const name = await nameField();
    await waitFor(() => expect(name.value).toBe('web'));
    await user.type(name, '-2');
    await send();
    expect(await screen.findByText(/It has changed since the form was filled/)).toBeTruthy();
    expect(updates).toEqual([]);
    await send();
    await waitFor(() => expect(updates[0]?.body).toMatchObject({ name: 'web-2', tags: ['prod', 'new'] }));
  });

  it('asks which one first, and reads nothing before that', async () => {
    const { bridge } = await drawOperations('#/operations/firewalls_update');
    expect(await screen.findByText(/Choose which one above/)).toBeTruthy();
    expect(bridge.sent).toEqual([]);
  });
});

describe('what an update says would be reset', () => {
  const reset = /DigitalOcean did not tell/;

  it('leaves out what a record of its type has not', async () => {
    const record = { id: 5, type: 'AAAA', name: '@', data: '2001:db8::1', ttl: 3600, priority: null, port: null };
    const drawn = await drawOperations('#/operations');
    drawn.bridge.respondWith(() => answered({ domain_record: record }));
    const open = (type: string) =>
      act(async () => {
        record.type = type;
        window.location.hash = `#/operations/domains_update_record?path.domain_name=${type}.example.com&path.domain_record_id=5`;
      });
    await open('AAAA');
    await screen.findByText('Nothing is changed yet.');
    expect(screen.queryByText(reset)).toBeNull();
    await open('MX');
    expect((await screen.findByText(reset)).textContent).toMatch(/did not tell Priority\./);
  });

  it('leaves out what tells the API to do something once', async () => {
    const drawn = await drawOperations('#/operations');
    drawn.bridge.respondWith(() => answered({ app: { id: 'a1', spec: { name: 'shop', region: 'fra' } } }));
    await act(async () => {
      window.location.hash = '#/operations/apps_update?path.id=a1';
    });
    await screen.findByText('Nothing is changed yet.');
    expect(screen.queryByText(reset)).toBeNull();
  });
});
