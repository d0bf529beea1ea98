import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { drawOperation, drawOperations } from '../screens/operations/draw-operations.tsx';

vi.setConfig({ testTimeout: 30_000 });

const cpu = 'monitoring_get_DropletCpuMetrics';
const host = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Host ID' });
const drawCpu = async () => {
  const drawn = await drawOperations(`#/operations/${cpu}?connection=hw&query.start=1&query.end=2`);
  await screen.findByRole('form');
  const send = () => drawn.user.click(screen.getByRole('button', { name: /^Send(?! anyway)/ }));
  return { ...drawn, send };
};

describe('a picker of one thing', () => {
  it('takes the first match at Enter, and sends its id instead of what was typed', async () => {
    const { user, bridge, send } = await drawCpu();
    await user.type(host(), 'web-0');
    expect(host().getAttribute('aria-activedescendant')).not.toBeNull();
    await user.keyboard('{Enter}');
    await send();
    await waitFor(() => expect(bridge.sent).toHaveLength(1));
    expect(bridge.sent[0]?.query.host_id).toMatch(/^\d+$/);
  });

  it('takes the thing whose name was typed when the field is left', async () => {
    const { user, bridge, send } = await drawCpu();
    await user.type(host(), 'web-01');
    await user.tab();
    await send();
    await waitFor(() => expect(bridge.sent[0]?.query.host_id).toMatch(/^\d+$/));
  });

  it('refuses text that names nothing of the list, at the field, and sends nothing', async () => {
    const { user, bridge, send } = await drawCpu();
    await user.type(host(), 'no-such{Enter}');
    expect(host().value).toBe('no-such');
    await waitFor(() => expect(screen.getAllByText('Host ID: there is none called “no-such”').length).toBeGreaterThan(0));
    await send();
    expect(bridge.sent).toEqual([]);
    expect(screen.getByRole('button', { name: 'Send anyway' })).toBeTruthy();
    await user.clear(host());
    await user.type(host(), 'web-01{Enter}');
    await send();
    await waitFor(() => expect(bridge.sent).toHaveLength(1));
  });

  it('is not told to be wrong while some option still matches', async () => {
    const { user } = await drawCpu();
    await user.type(host(), 'web');
    expect(screen.queryByText(/there is none called/)).toBeNull();
  });

  it('still refuses it after another form was looked at', async () => {
    const { user, bridge, send } = await drawCpu();
    await user.type(host(), 'no-such');
    await user.tab();
    const again = window.location.hash;
    await act(async () => {
      window.location.hash = '#/operations/account_get';
    });
    await screen.findByRole('form', { name: 'Get User Information' });
    await act(async () => {
      window.location.hash = again;
    });
    await waitFor(() => expect(host().value).toBe('no-such'));
    await send();
    expect(bridge.sent).toEqual([]);
  });
});

describe('a list of things', () => {
  it('takes matches only, and keeps what names nothing as typed text that blocks', async () => {
    const { user, sentBody, send } = await drawOperation('firewalls_assign_droplets');
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Droplet IDs' });
    await user.type(field, 'web-01{Enter}');
    expect(screen.getByRole('button', { name: 'Remove web-01' })).toBeTruthy();
    await user.type(field, 'no-such{Enter}');
    expect(field.value).toBe('no-such');
    await waitFor(() => expect(screen.getAllByText('Droplet IDs: there is none called “no-such”').length).toBeGreaterThan(0));
    await send();
    expect(sentBody()).toBeUndefined();
  });

  it('takes any text where things may be named before they exist', async () => {
    const { user } = await drawOperation('droplets_create');
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: /^Tags/ });
    await user.type(field, 'brand-new{Enter}');
    expect(screen.getByRole('button', { name: 'Remove brand-new' })).toBeTruthy();
  });
});

describe('a list that another field narrows', () => {
  it('says at its own place that nothing is left of it', async () => {
    const { user } = await drawOperation('droplets_create');
    await screen.findByRole('radiogroup');
    await user.type(screen.getByRole('combobox', { name: /^Region/ }), 'zz');
    expect(await screen.findByText('No size is offered in “zz”')).toBeTruthy();
  });
});
