import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConnectionRow } from '../../../../../preload/contract/view.ts';
import { OverviewScreen } from '../../../../../renderer/screens/overview/overview-screen.tsx';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

/** The overview with nothing that needs a person, and the first team as given. */
const draw = async (fields: Partial<ConnectionRow>) => {
  const view = inventedView();
  const connections = view.tables.connections.map((row, at) => ({
    ...row,
    attentionCount: 0,
    ...(at === 0 ? fields : {}),
  }));
  await drawPage(<OverviewScreen />, { view: { ...view, tables: { ...view.tables, connections, attention: [] } } });
  return screen.getByRole('region', { name: 'Needs attention' }).textContent;
};

describe('the overview while nothing needs a person', () => {
  it('says that all is well if all that could need one was read', async () => {
    expect(await draw({})).toContain('All well23 droplets in 3 teams, nothing needs you.');
  });

  it('does not say so of what was not read, and names it', async () => {
    const text = await draw({
      statusText: 'This token may not read alert policies, which needs monitoring:read.',
      unread: [{ what: 'alerts', name: 'alert policies', failure: { kind: 'forbidden', message: 'No.' }, leftOut: null }],
    });
    expect(text).not.toMatch(/well|nothing needs/i);
    expect(text).toContain('No problem seen');
    expect(text).toContain('Harbour Works: This token may not read alert policies, which needs monitoring:read.');
    expect(text).not.toContain('Tidepool');
  });

  it('does not say so either while a team is not answered', async () => {
    const text = await draw({ status: 'failing', statusText: 'DigitalOcean failed to answer GET /v2/droplets (500).' });
    expect(text).toContain('No problem seen');
    expect(text).toContain('Harbour Works: DigitalOcean failed to answer');
  });
});

describe('the month of a team without a balance', () => {
  const freshness = { fetchedAtMs: null, isFetching: false, isStale: false };
  it.each([
    ['was not asked yet', null, 'The balance has not been read yet.'],
    ['may not be read', { kind: 'forbidden', message: 'No.' } as const, 'This token may not read the bill.'],
    ['could not be read', { kind: 'server-error', message: 'No.' } as const, 'The balance could not be read.'],
  ])('that %s', async (_name, failure, words) => {
    const view = inventedView();
    const [first] = view.tables.connections;
    if (!first) throw new Error('No team');
    const connections = [{ ...first, balance: null, balanceFreshness: { ...freshness, failure } }];
    await drawPage(<OverviewScreen />, { view: { ...view, tables: { ...view.tables, connections, months: [] } } });
    expect(screen.getByRole('region', { name: 'November' }).textContent).toBe(`November${words}`);
  });
});
