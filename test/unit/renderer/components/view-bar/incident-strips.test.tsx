import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '../../../../../preload/contract/view.ts';
import { Strips } from '../../../../../renderer/components/view-bar/strips.tsx';
import { TrayScreen } from '../../../../../renderer/screens/tray/tray-screen.tsx';
import { inventedNow } from '../../../../doubles/invented/invented-time.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const url = 'https://status.digitalocean.com/incidents/abc';
const incident = (familyId: string | null, connectionId = 'hw'): IncidentRow => ({
  key: `abc-${familyId}`,
  text: 'DigitalOcean reports trouble with volumes in fra1.',
  title: 'Slow volumes in FRA1',
  statusText: 'The cause is found',
  impact: 'minor',
  startedAtMs: inventedNow - 40 * 60_000,
  updatedAtMs: null,
  url,
  touches: [{ connectionId, familyId, regions: ['fra1'] }],
});
const view = (...incidents: IncidentRow[]) => {
  const whole = inventedView();
  return { ...whole, tables: { ...whole.tables, incidents } };
};
const strips = () => [...document.querySelectorAll('.note.strip')].map(({ textContent }) => textContent);
const words =
  'DigitalOcean reports trouble with volumes in fra1. Slow volumes in FRA1 · The cause is found · began 40 min agoStatus page';

describe('the strip of DigitalOcean’s own trouble', () => {
  it.each<[string, string | null, boolean]>([
    ['#/overview', 'volumes_list', true],
    ['#/overview', null, true],
    ['#/resources/volumes_list', 'volumes_list', true],
    ['#/resources/domains_list', 'volumes_list', false],
    ['#/droplets', 'volumes_list', false],
    ['#/droplets', 'droplets_list', true],
    ['#/activity', null, true],
    ['#/billing', null, false],
  ])('at %s with trouble of %s: %s', async (hash, familyId, isShown) => {
    await drawPage(<Strips />, { view: view(incident(familyId)), hash });
    expect(strips()).toEqual(isShown ? [words] : []);
  });

  it('is not shown for teams that are not', async () => {
    await drawPage(<Strips />, { view: view(incident('volumes_list', 'other')), hash: '#/overview' });
    expect(strips()).toEqual([]);
  });

  it('leads to the status page, as does its line in the tray', async () => {
    const { bridge } = await drawPage(<Strips />, { view: view(incident('volumes_list')), hash: '#/overview' });
    await userEvent.click(screen.getByRole('button', { name: 'Status page' }));
    expect(bridge.calls).toContainEqual({ name: 'openLink', args: { url } });
  });

  it('has a line in the tray’s popover', async () => {
    const { bridge } = await drawPage(<TrayScreen />, { view: view(incident('volumes_list')), hash: '#/tray' });
    await userEvent.click(screen.getByRole('button', { name: /trouble with volumes/ }));
    expect(bridge.calls).toContainEqual({ name: 'openLink', args: { url } });
  });
});
