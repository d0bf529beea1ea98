import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { drawResources } from './draw-resources.tsx';

it('keeps the name of what somebody else deletes while its panel is open, and does not call that a failure', async () => {
  let volumes = [{ id: 'v1', name: 'old-uploads', size_gigabytes: 5, droplet_ids: [] }];
  const { settle } = await drawResources('#/resources/volumes_list/c1/v1', (path) => {
    if (path === '/v2/volumes') return { volumes, meta: { total: volumes.length } };
    return path === '/v2/volumes/v1' ? undefined : {};
  });
  volumes = [];
  await act(async () => screen.getByRole('button', { name: 'Read again' }).click());
  await settle();
  const panel = screen.getByRole('region', { name: /old-uploads/ });
  expect(within(panel).getByText('old-uploads is gone')).toBeTruthy();
  expect(within(panel).queryByText(/There is nothing at/)).toBeNull();
});
