import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { success } from '../../../../preload/contract/failure.ts';
import { unprocessable } from '../../../doubles/page/operations-bridge.ts';
import { drawOperation } from '../screens/operations/draw-operations.tsx';

vi.setConfig({ testTimeout: 30_000 });

const droplet = { name: 'web-04', size: 's-2vcpu-4gb', image: 'debian-12-x64' };

describe('what blocks a form', () => {
  it('is named by its fields beside the button, and the first on the page is gone to', async () => {
    const { send, bridge } = await drawOperation('monitoring_create_alertPolicy');
    await send();
    expect(await screen.findByText(/Still empty: Compare, Description, Type and 2 more/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Description')));
    expect(bridge.sent).toEqual([]);
  });

  it('is unfolded if the API names a field among those that are folded', async () => {
    const { bridge, send } = await drawOperation('droplets_create', droplet);
    expect(screen.queryByLabelText(/^User data/)).toBeNull();
    bridge.respondWith(() => unprocessable('body/user_data'));
    await send();
    const field = await screen.findByLabelText(/^User data/);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('is told at a group that is not open, with the name of the part inside it', async () => {
    const { bridge, send } = await drawOperation('droplets_create', droplet);
    bridge.respondWith(() =>
      success({ status: 'mismatch', problems: [{ field: 'body/backup_policy/hour', message: 'must be a multiple of 4' }] }),
    );
    await send();
    expect(await screen.findByText('Hour: must be a multiple of 4')).toBeTruthy();
  });
});
