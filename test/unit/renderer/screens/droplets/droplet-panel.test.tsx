import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DropletRow } from '../../../../../preload/contract/view.ts';
import { DropletPanel } from '../../../../../renderer/screens/droplet-detail/droplet-panel.tsx';
import { inventedDroplets } from '../../../../doubles/invented/invented-droplets.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const draw = async (fields: Partial<DropletRow> = {}) => {
  const droplet: DropletRow = { ...(inventedDroplets()[0] as DropletRow), actionKey: null, ...fields };
  const view = inventedView();
  const drawn = await drawPage(<DropletPanel dropletKey={droplet.key} onClose={() => {}} onKey={() => false} />, {
    view: { ...view, tables: { ...view.tables, droplets: [droplet] } },
    hash: `#/droplets/${droplet.key}`,
  });
  return { ...drawn, droplet };
};
const none = { publicV4: [], publicV6: [], privateV4: [], reservedIps: [] };
const isOff = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';

describe('the panel of a droplet', () => {
  it('that is archived offers nothing that its system or its disk would have to do, and no chart', async () => {
    await draw({ status: 'archive', statusRaw: 'archive', condition: 'archived', conditionText: 'Archived' });
    expect(screen.queryByRole('region', { name: 'Runs at once' })).toBeNull();
    expect(screen.queryByRole('heading', { name: /^Charts/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'More actions' })).toBeNull();
    expect([isOff('Open SSH'), isOff('Copy address')]).toEqual([true, true]);
    expect(screen.getByText(/^It is archived: DigitalOcean lets nothing/)).toBeTruthy();
  });

  it.each<[string, Partial<DropletRow>, string]>([
    ['that has none', { ...none, status: 'active' }, 'It has no address.'],
    ['that is being made', { ...none, status: 'new', condition: 'starting' }, 'It has no address yet.'],
  ])('says of one %s how it is with its address', async (_which, fields, words) => {
    await draw(fields);
    expect(screen.getByText(words)).toBeTruthy();
    expect(isOff('Open SSH')).toBe(true);
  });

  it('shows every word of what an action does and of what the droplet is', async () => {
    const { droplet } = await draw({ features: ['backups', 'ipv6', 'monitoring', 'private_networking', 'droplet_agent'] });
    const texts = ['cuts the power and starts it again', /^Backups, IPv6, Monitoring/, new RegExp(droplet.imageName)];
    for (const text of texts) expect(screen.getAllByText(text).at(-1)?.closest('.cut')).toBeNull();
  });

  it('keeps the name of one that somebody else destroys while it is open', async () => {
    const { bridge, droplet } = await draw();
    await act(async () => bridge.patch({ tables: { droplets: { set: [], remove: [droplet.key] } } }));
    const panel = screen.getByRole('region', { name: `Droplet ${droplet.name}` });
    expect(within(panel).getByText(`${droplet.name} is gone`)).toBeTruthy();
  });
});
