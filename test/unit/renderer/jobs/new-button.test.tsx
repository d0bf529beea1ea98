import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { success } from '../../../../preload/contract/failure.ts';
import type { JobOffer } from '../../../../preload/contract/job.ts';
import type { ConnectionRow } from '../../../../preload/contract/view.ts';
import { TooltipProvider } from '../../../../renderer/components/controls/tooltip.tsx';
import { designedFamily } from '../../../../renderer/families/all.ts';
import { JobHost } from '../../../../renderer/jobs/job-host.tsx';
import { NewDroplet } from '../../../../renderer/jobs/new-droplet.tsx';
import { createPage, PageContext } from '../../../../renderer/page/page.ts';
import { NewButton } from '../../../../renderer/screens/resources/new-button.tsx';
import { connection, inventedView } from '../../../doubles/invented/invented-view.ts';
import { createFakeBridge } from '../../../doubles/page/fake-bridge.ts';

afterEach(cleanup);

const offer = (name: string, label: string): JobOffer => ({
  name,
  label,
  level: 'normal',
  isMain: false,
  offReason: null,
  keywords: '',
});
const harbour = connection({ id: 'hw', teamName: 'Harbour Works', label: 'Harbour Works', monogram: 'HW' });
const tidepool = connection({ id: 'tp', teamName: 'Tidepool', label: 'Tidepool', monogram: 'TP' });

async function draw(familyId: string, offers: readonly JobOffer[], connections: readonly ConnectionRow[], parent = {}) {
  const bridge = createFakeBridge({
    ...inventedView(),
    tables: { ...inventedView().tables, connections: [...connections] },
  });
  Object.assign(bridge, { offerJobs: async () => success([...offers]) });
  const opened: unknown[] = [];
  Object.assign(bridge, {
    openJob: async (args: unknown) => {
      opened.push(args);
      return { ok: false, failure: { kind: 'conflict', message: 'Not now.' } };
    },
  });
  const page = createPage(bridge, window);
  page.start();
  const family = designedFamily(familyId);
  await act(async () => {});
  render(
    <PageContext value={page}>
      <TooltipProvider>
        <JobHost>
          {family ? (
            <NewButton family={family} place={{ familyId, parent, connectionId: null, itemId: null }} connections={connections} />
          ) : (
            <NewDroplet />
          )}
        </JobHost>
      </TooltipProvider>
    </PageContext>,
  );
  await act(async () => {});
  return { opened, user: userEvent.setup() };
}

describe('the button that makes a new thing', () => {
  it('starts the only job of a family in the only team', async () => {
    const { opened, user } = await draw('sshKeys_list', [offer('new', 'Add key…')], [harbour]);
    await user.click(screen.getByRole('button', { name: 'New…' }));
    const thing = { connectionId: 'hw', familyId: 'sshKeys_list', id: '', parent: {}, row: {} };
    await waitFor(() => expect(opened).toEqual([{ name: 'new', thing }]));
  });

  it('asks for the team first where several are shown', async () => {
    const { opened, user } = await draw('sshKeys_list', [offer('new', 'Add key…')], [harbour, tidepool]);
    await user.click(screen.getByRole('button', { name: 'New…' }));
    expect(opened).toEqual([]);
    expect(screen.getByText('In which team')).toBeTruthy();
    await user.click(screen.getByRole('menuitem', { name: 'Tidepool' }));
    await waitFor(() => expect(opened).toMatchObject([{ name: 'new', thing: { connectionId: 'tp' } }]));
  });

  it('says in what the list lies', async () => {
    const parent = { domain_name: 'example.com' };
    const { opened, user } = await draw('domains_list_records', [offer('add-record', 'Add record…')], [harbour], parent);
    await user.click(screen.getByRole('button', { name: 'New…' }));
    await waitFor(() => expect(opened).toMatchObject([{ name: 'add-record', thing: { id: '', parent } }]));
  });

  it('lets one choose among several jobs', async () => {
    const { opened, user } = await draw('volumes_list', [offer('new', 'New volume…'), offer('import', 'Import…')], [harbour]);
    await user.click(screen.getByRole('button', { name: 'New…' }));
    await user.click(screen.getByRole('menuitem', { name: 'Import…' }));
    await waitFor(() => expect(opened).toMatchObject([{ name: 'import', thing: { familyId: 'volumes_list' } }]));
  });

  it('keeps what is about all of a list apart from what makes a new one', async () => {
    const ofAll = (name: string, label: string): JobOffer => ({ ...offer(name, label), isOfList: true });
    const offers = [offer('new', 'New cluster…'), ofAll('copy', 'Copy metrics credentials'), ofAll('change', 'Change them…')];
    const { opened, user } = await draw('databases_list_clusters', offers, [harbour]);
    await user.click(screen.getByRole('button', { name: 'For all…' }));
    expect(screen.queryByRole('menuitem', { name: 'New cluster…' })).toBeNull();
    await user.click(screen.getByRole('menuitem', { name: 'Copy metrics credentials' }));
    await waitFor(() => expect(opened).toMatchObject([{ name: 'copy', thing: { id: '' } }]));
    await user.click(screen.getByRole('button', { name: 'New…' }));
    await waitFor(() => expect(opened).toMatchObject([{ name: 'copy' }, { name: 'new' }]));
  });

  it('is named by its job where that alone stands with a list', async () => {
    const { opened, user } = await draw(
      'inference_list_batches',
      [{ ...offer('give-key', 'Give a model key…'), isOfList: true }],
      [harbour],
    );
    await user.click(screen.getByRole('button', { name: 'Give a model key…' }));
    await waitFor(() => expect(opened).toMatchObject([{ name: 'give-key' }]));
  });

  it('leads to the form of the API where no job makes one, and is absent where nothing does', async () => {
    await draw('addons_list', [], [harbour]);
    expect(screen.getByRole('link', { name: 'New…' }).getAttribute('href')).toContain('addons_create');
    await draw('regions_list', [], [harbour]);
    expect(screen.getAllByText('New…')).toHaveLength(1);
  });

  it('makes a droplet by its job', async () => {
    const { opened, user } = await draw('droplets_list', [offer('new', 'New droplet…')], [harbour]);
    const [button] = screen.getAllByRole('button', { name: 'New droplet' });
    await user.click(button as HTMLElement);
    await waitFor(() => expect(opened).toMatchObject([{ name: 'new', thing: { familyId: 'droplets_list', id: '' } }]));
  });
});
