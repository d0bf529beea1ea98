import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { success } from '../../../../preload/contract/failure.ts';
import type { JobOffer, JobThing } from '../../../../preload/contract/job.ts';
import { useOffers } from '../../../../renderer/jobs/use-offers.ts';
import type { FakeBridge } from '../../../doubles/page/fake-bridge.ts';
import { drawPage } from '../draw-page.tsx';

const thing: JobThing = { connectionId: 'hw', familyId: 'databases_list_clusters', id: 'd1', parent: {}, row: {} };
const offer: JobOffer = { name: 'allow', label: 'Allow access…', level: 'normal', isMain: true, offReason: null, keywords: '' };
const offers: JobOffer[] = [offer, { ...offer, name: 'add-pool', label: 'Add a connection pool…', isInListOnly: true }];

const Offers = () => useOffers(thing).map(({ name, label }) => <p key={name}>{label}</p>);

it('leaves to a list inside a thing the jobs that stand with that list alone', async () => {
  const onBridge = (bridge: FakeBridge) => Object.assign(bridge, { offerJobs: async () => success(offers) });
  await drawPage(<Offers />, { onBridge });
  expect(await screen.findByText('Allow access…')).toBeTruthy();
  expect(screen.queryByText('Add a connection pool…')).toBeNull();
});
