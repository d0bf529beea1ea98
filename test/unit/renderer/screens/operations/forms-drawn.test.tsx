import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { drawOperation } from './draw-operations.tsx';

vi.setConfig({ testTimeout: 30_000 });

const request = () => screen.getByRole('region', { name: 'Request' });
const json = () => screen.getByLabelText<HTMLTextAreaElement>('Body as JSON');
const menuOf = (label: string) => screen.getByRole('button', { name: `More for ${label}` });

describe('a choice between kinds', () => {
  it('keeps what both kinds know when another kind is chosen', async () => {
    const { user, send, sentBody } = await drawOperation('droplets_create', {
      name: 'web-04',
      region: 'fra1',
      size: 's-1',
      image: 'debian-12-x64',
    });
    await user.click(screen.getByRole('radio', { name: 'Multiple' }));
    expect(screen.queryByLabelText('Name')).toBeNull();
    await user.type(screen.getByLabelText('Names'), 'web-05,web-06{Enter}');
    await send();
    expect(sentBody()).toEqual({ names: ['web-05', 'web-06'], region: 'fra1', size: 's-1', image: 'debian-12-x64' });
  });

  it('sends by itself the property that names the kind', async () => {
    const { user, send, sentBody } = await drawOperation('volumeActions_post_byId');
    await user.type(screen.getByLabelText('Volume ID'), '7724db7c-e098-11e5-b522-000f53304e51');
    await user.click(screen.getByRole('radio', { name: 'Resize' }));
    await user.type(screen.getByLabelText('Size gigabytes'), '20');
    await send();
    expect(sentBody()).toEqual({ type: 'resize', size_gigabytes: 20 });
  });
});

describe('the danger of an operation', () => {
  it('is that of the type that is chosen, and the worst while none is', async () => {
    const { user } = await drawOperation('dropletActions_post');
    const type = screen.getByRole('option', { name: 'Reboot' }).closest('select') as HTMLSelectElement;
    await user.selectOptions(type, 'Reboot');
    expect(screen.queryByText(/asks/)).toBeNull();
    await user.selectOptions(type, 'Power cycle');
    expect(screen.getByText('Interrupts something, asks first')).toBeTruthy();
    await user.selectOptions(type, 'Rebuild');
    expect(screen.getByText('Deletes for good, asks for the name')).toBeTruthy();
  });
});

describe('a choice that is needed', () => {
  it('is marked like every other field where it is empty', async () => {
    const { send } = await drawOperation('uptime_create_check');
    await send();
    const fields = [screen.getByRole('textbox', { name: 'Name' }), screen.getByRole('combobox', { name: 'Type' })];
    expect(fields.map((field) => field.closest('.field')?.classList.contains('wrong'))).toEqual([true, true]);
  });
});

describe('lists', () => {
  it('add plain values with Enter, comma or paste, and remove the last one with Backspace', async () => {
    const { user, send, sentBody } = await drawOperation('droplets_create', { name: 'a', size: 's', image: 'i' });
    const tags = screen.getByLabelText(/^Tags/);
    await user.type(tags, 'web,prod{Enter}x{Enter}{Backspace}');
    await user.click(tags);
    await user.paste('one\ntwo');
    await user.tab();
    await send();
    expect(sentBody()).toMatchObject({ tags: ['web', 'prod', 'one', 'two'] });
  });

  it('keep numbers as numbers, and show names for known ids', async () => {
    const { user, send, sentBody } = await drawOperation('droplets_create', { name: 'a', size: 's', image: 'i' });
    const keys = screen.getByLabelText(/^SSH keys/);
    await user.click(keys);
    await user.click(await screen.findByRole('option', { name: /laptop/ }));
    await send();
    expect(sentBody()).toMatchObject({ ssh_keys: [512189] });
    expect(screen.getByRole('button', { name: 'Remove laptop' })).toBeTruthy();
  });

  it('show things with parts as cards that can be added, moved and removed', async () => {
    const { user, send, sentBody } = await drawOperation('firewalls_create', {
      name: 'web',
      inbound_rules: [{ protocol: 'tcp', ports: '443', sources: { addresses: ['0.0.0.0/0'] } }],
    });
    await user.click(screen.getByRole('button', { name: 'Add inbound rule' }));
    const rules = screen.getByRole('group', { name: /^Inbound rules/ });
    const ports = within(rules).getAllByLabelText('Ports');
    await user.selectOptions(within(rules).getAllByLabelText('Protocol')[1] as HTMLElement, 'udp');
    await user.type(ports[1] as HTMLElement, '53');
    await user.click(within(rules).getAllByRole('button', { name: 'Move up' })[1] as HTMLElement);
    await send();
    expect(sentBody()).toMatchObject({
      inbound_rules: [
        { protocol: 'udp', ports: '53', sources: {} },
        { protocol: 'tcp', ports: '443' },
      ],
    });
    await user.click(within(rules).getByRole('button', { name: 'Remove Inbound rule 1' }));
    await send();
    expect(sentBody()).toMatchObject({ inbound_rules: [{ protocol: 'tcp', ports: '443' }] });
  });

  it('say which of several lists is needed', async () => {
    const { send } = await drawOperation('firewalls_create', { name: 'web' });
    await send();
    expect(screen.getByText('One of these is needed: Inbound rules; Outbound rules')).toBeTruthy();
  });
});

describe('maps', () => {
  it('accept any names, and say if one is used twice', async () => {
    const { user, bridge, send, sentBody } = await drawOperation('dedicatedInferences_create', { spec: {} });
    const before = bridge.sent.length;
    await user.click(screen.getByRole('button', { name: 'Add access tokens' }));
    await user.click(screen.getByRole('button', { name: 'Add entry' }));
    const entries = screen.getByRole('group', { name: /^Access tokens/ });
    await user.type(within(entries).getByLabelText('Name of the entry'), 'ci');
    await user.type(within(entries).getByLabelText('ci'), 'abc');
    await user.click(within(entries).getByRole('button', { name: 'Add entry' }));
    await user.type(within(entries).getAllByLabelText('Name of the entry')[1] as HTMLElement, 'ci');
    await send();
    expect(bridge.sent).toHaveLength(before);
    expect(screen.queryAllByText('This name appears twice').length).toBeGreaterThan(0);
    await user.click(within(entries).getAllByRole('button', { name: 'Remove ci' })[1] as HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Send anyway' }));
    expect(sentBody()).toMatchObject({ access_tokens: { ci: 'abc' } });
  });
});

describe('the JSON beside the form', () => {
  it('follows the form, and the form follows it', async () => {
    const { user, send, sentBody } = await drawOperation('droplets_create', { name: 'a', size: 's', image: 'i' });
    await user.click(within(request()).getByRole('radio', { name: 'JSON' }));
    await user.type(screen.getByLabelText('Name'), 'b');
    expect(JSON.parse(json().value)).toEqual({ name: 'ab', size: 's', image: 'i' });
    fireEvent.change(json(), { target: { value: '{"name":"c","size":"s","image":7,"odd":{"kept":null}}' } });
    expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('c');
    // The text stays as it was written: nobody wants it reformatted under the cursor.
    expect(json().value).toBe('{"name":"c","size":"s","image":7,"odd":{"kept":null}}');
    await send();
    expect(sentBody()).toEqual({ name: 'c', size: 's', image: 7, odd: { kept: null } });
  });

  it('says where it is wrong, while the form keeps the last valid values', async () => {
    const { user } = await drawOperation('droplets_create', { name: 'a', size: 's', image: 'i' });
    await user.click(within(request()).getByRole('radio', { name: 'JSON' }));
    fireEvent.change(json(), { target: { value: '{\n  "name": "c",\n  "size": s\n}' } });
    expect(screen.getByText(/Line 3, column 11: “s” does not belong there/)).toBeTruthy();
    expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('a');
    fireEvent.change(json(), { target: { value: '{"id": 12345678901234567890}' } });
    expect(screen.getByText(/too large to be sent exactly/)).toBeTruthy();
    await user.type(screen.getByLabelText('Name'), 'x');
    expect(JSON.parse(json().value)).toMatchObject({ name: 'ax' });
  });
});

describe('absent, empty and null', () => {
  it('are three choices of a field’s menu', async () => {
    const { user, send, sentBody } = await drawOperation('droplets_create', { name: 'a', size: 's', image: 'i', tags: ['web'] });
    await user.click(menuOf('Tags'));
    await user.click(await screen.findByRole('menuitem', { name: 'Send null' }));
    await send();
    expect(sentBody()).toMatchObject({ tags: null });
    await user.click(menuOf('Tags'));
    await user.click(await screen.findByRole('menuitem', { name: 'Leave out' }));
    await user.click(menuOf('Region'));
    await user.click(await screen.findByRole('menuitem', { name: 'Send empty' }));
    await send();
    expect(sentBody()).toEqual({ name: 'a', size: 's', image: 'i', region: '' });
  });

  it('sends a switch only once it was used', async () => {
    const { user, send, sentBody } = await drawOperation('droplets_create', { name: 'a', size: 's', image: 'i' });
    const backups = screen.getByRole('switch', { name: 'Backups' });
    await user.click(backups);
    await user.click(backups);
    await send();
    expect(sentBody()).toEqual({ name: 'a', size: 's', image: 'i', backups: false });
  });

  it('leaves out an emptied field, without removing the field from the form', async () => {
    const { user, send, sentBody } = await drawOperation('droplets_create', { name: 'a', size: 's', image: 'i', user_data: 'x' });
    const userData = screen.getByLabelText(/^User data/);
    await user.clear(userData);
    expect(screen.getByLabelText(/^User data/)).toBe(userData);
    await send();
    expect(sentBody()).toEqual({ name: 'a', size: 's', image: 'i' });
  });
});

describe('pickers', () => {
  it('offer real things by name when the field is used, and other text only if it is sent anyway', async () => {
    const { bridge, user, send, sendAnyway, sentBody } = await drawOperation('droplets_create', {
      name: 'a',
      size: 's',
      image: 'i',
    });
    const loads = (familyId: string) =>
      bridge.calls.filter(({ name, args }) => name === 'loadResources' && (args as { familyId: string }).familyId === familyId);
    expect(loads('regions_list')).toHaveLength(0);
    const region = screen.getByRole('combobox', { name: /^Region/ });
    await user.click(region);
    expect(loads('regions_list')).toHaveLength(1);
    await user.keyboard('frank');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{ArrowDown}{Enter}');
    await send();
    expect(sentBody()).toMatchObject({ region: 'fra1' });
    await user.clear(region);
    await user.type(region, 'mars1');
    await send();
    expect(sentBody()).toMatchObject({ region: 'fra1' });
    await sendAnyway();
    expect(sentBody()).toMatchObject({ region: 'mars1' });
  });

  it('offer droplets from the view without a request', async () => {
    const { bridge, user } = await drawOperation('droplets_get');
    await user.click(screen.getByRole('combobox', { name: 'Droplet ID' }));
    expect((await screen.findAllByRole('option')).length).toBeGreaterThan(3);
    expect(bridge.calls.filter(({ name }) => name === 'loadResources')).toEqual([]);
  });

  it('wait for what must be chosen first, then list what is inside it', async () => {
    const { bridge, user } = await drawOperation('kubernetes_get_nodePool');
    await user.click(screen.getByRole('combobox', { name: 'Node pool ID' }));
    expect(screen.getByText('Choose Cluster ID first to see the options')).toBeTruthy();
    await user.type(screen.getByRole('combobox', { name: 'Cluster ID' }), 'c1');
    await user.tab();
    await user.click(screen.getByRole('combobox', { name: 'Node pool ID' }));
    expect(bridge.calls).toContainEqual({
      name: 'loadResources',
      args: { familyId: 'kubernetes_list_nodePools', connectionId: 'hw', parent: { cluster_id: 'c1' }, isForced: false },
    });
  });

  it('offer points in time to metrics, in the seconds that these need', async () => {
    const { bridge, user } = await drawOperation('monitoring_get_DropletCpuMetrics');
    await user.click(screen.getByRole('combobox', { name: 'Start' }));
    const option = await screen.findByRole('option', { name: /^1 hour ago/ });
    const seconds = Number(option.textContent?.match(/\d{9,}/)?.[0]);
    expect(bridge.sent).toEqual([]);
    await user.click(option);
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Start' }).value).toBe(String(seconds));
  });

  it('show droplet sizes with their price', async () => {
    const { user, send, sentBody } = await drawOperation('droplets_create', {
      name: 'a',
      image: 'i',
      region: 'fra1',
      size: 's-2vcpu-2gb',
    });
    await user.click(await screen.findByRole('radio', { name: /2 vCPU, 4 GB.*\$24\.00/ }));
    expect(screen.getByText('$24.00 a month')).toBeTruthy();
    await send();
    expect(sentBody()).toMatchObject({ size: 's-2vcpu-4gb' });
  });
});
