import { type Row, request } from './row.ts';

const actions = (volume: string): string => `POST /v2/volumes/{${volume}}/actions`;

export const storageRows: readonly Row[] = [
  {
    number: 1,
    does: 'attach old-uploads to api-01',
    most: 3,
    begins: 'old-uploads',
    async hands(hand) {
      await hand.press('Attach…');
      await hand.pick('Droplet', 'api-01');
      await hand.send('Attach');
    },
    sends: [request(actions('old-uploads'), '{"type":"attach","droplet_id":{api-01},"region":"fra1"}')],
    says: 'old-uploads is being attached to api-01.',
  },
  {
    number: 2,
    does: 'grow web-assets to 150 GiB',
    most: 3,
    begins: 'web-assets',
    async hands(hand) {
      await hand.press('Grow…');
      await hand.write('Size, GiB', '150');
      await hand.send('Grow');
    },
    sends: [request(actions('web-assets'), '{"type":"resize","size_gigabytes":150,"region":"fra1"}')],
    says: 'web-assets grows from 100 to 150 GiB.',
  },
  {
    number: 3,
    does: 'delete mail-spool, which is attached',
    most: 3,
    begins: 'mail-spool',
    async hands(hand) {
      await hand.press('Delete…');
      await hand.write('Type mail-spool to go on', 'mail-spool');
      await hand.send('Delete');
    },
    sends: [
      request(actions('mail-spool'), '{"type":"detach","droplet_id":{mail-relay-01},"region":"fra1"}'),
      request('DELETE /v2/volumes/{mail-spool}'),
    ],
    says: 'Deleting mail-spool',
    ends: { withinMs: 60_000, as: 'Deleted mail-spool' },
  },
  {
    number: 30,
    does: 'move old-uploads to project Lab',
    most: 3,
    begins: 'old-uploads',
    async hands(hand) {
      await hand.press('Move to project…');
      await hand.pick('Project', 'Lab');
      await hand.send('Move');
    },
    sends: [request('POST /v2/projects/{project Lab}/resources', '{"resources":["do:volume:{old-uploads}"]}')],
    says: 'old-uploads is now in Lab.',
  },
  {
    number: 31,
    does: 'make a Spaces key that only reads shop-images',
    most: 5,
    begins: { family: 'spacesKey_list' },
    async hands(hand) {
      await hand.press('New…');
      await hand.write('Name', 'ci');
      await hand.choose('It may', 'Read one bucket');
      await hand.pickAndSend('Bucket', 'shop-images', 'Make key');
      // The dialog with the secret stays until it was copied.
      await hand.send('Copy Secret of ci');
    },
    sends: [request('POST /v2/spaces/keys', '{"name":"ci","grants":[{"bucket":"shop-images","permission":"read"}]}')],
    says: 'ci may read shop-images.',
  },
  {
    number: 32,
    does: 'clean up registry harbour',
    most: 2,
    begins: 'registry harbour',
    async hands(hand) {
      await hand.press('Clean up…');
      await hand.send('Clean up');
    },
    sends: [request('POST /v2/registries/harbour/garbage-collection')],
    says: 'harbour is being cleaned up.',
  },
  {
    number: 34,
    does: 'grow NFS share renders to 2,000 GiB',
    most: 3,
    begins: 'renders',
    async hands(hand) {
      await hand.press('Grow…');
      await hand.write('Size, GiB', '2000');
      await hand.send('Grow');
    },
    sends: [request('POST /v2/nfs/{renders}/actions', '{"type":"resize","region":"fra1","params":{"size_gib":2000}}')],
    says: 'renders grows from 1,000 GiB to 2,000 GiB.',
  },
];
