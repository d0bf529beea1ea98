import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { inventedSettings, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawResources } from './draw-resources.tsx';

const volume = { id: 'v1', name: 'web-assets', size_gigabytes: 100 };
const answer = (path: string) =>
  path === '/v2/volumes' ? { volumes: [volume], links: {}, meta: { total: 1 } } : path === '/v2/volumes/v1' ? { volume } : {};
const key = 'c1:volumes_list/v1';
const asked = { kind: 'pin-thing', connectionId: 'c1', familyId: 'volumes_list', parent: {}, id: 'v1', name: 'web-assets' };

async function draw(hash: string, pinned: string[] = []) {
  const view = inventedView();
  const settings = { ...inventedSettings(), pinned };
  const { page } = await drawResources(hash, answer, { ...view, singles: { ...view.singles, settings } });
  return { run: vi.spyOn(page.commands, 'run'), user: userEvent.setup() };
}

it('pins a thing from the head of its panel, and by the key P', async () => {
  const { run, user } = await draw('#/resources/volumes_list/c1/v1');
  await user.click(screen.getByRole('button', { name: 'Pin to the tray' }));
  await user.keyboard('p');
  expect(run.mock.calls).toEqual([[asked], [asked]]);
});

it('unpins there what is pinned', async () => {
  const { run, user } = await draw('#/resources/volumes_list/c1/v1', [key]);
  const button = screen.getByRole('button', { name: 'Unpin from the tray' });
  expect(button.getAttribute('aria-pressed')).toBe('true');
  await user.click(button);
  expect(run.mock.calls).toEqual([[{ kind: 'unpin', key }]]);
});

it('pins a thing from the menu of its row', async () => {
  const { run, user } = await draw('#/resources/volumes_list');
  await act(async () => fireEvent.contextMenu(screen.getByText('web-assets')));
  await user.click(await screen.findByRole('menuitem', { name: 'Pin to the tray' }));
  expect(run.mock.calls).toEqual([[asked]]);
});
