import { type Row, request } from './row.ts';
import { rowOf } from './things.ts';

export const watchingRows: readonly Row[] = [
  {
    number: 35,
    does: 'pause the check of docs.example.com',
    most: 1,
    begins: 'docs.example.com',
    hands: (hand) => hand.press('Pause'),
    sends: [
      request('GET /v2/uptime/checks/{docs.example.com}'),
      request(
        'PUT /v2/uptime/checks/{docs.example.com}',
        '{"name":"docs.example.com","type":"https","target":"https://docs.example.com","regions":["eu_west"],"enabled":false}',
      ),
    ],
    says: 'The check of docs.example.com is paused: nobody is told meanwhile.',
  },
  {
    number: 36,
    does: 'raise the limit of Workers hot to 85 %',
    most: 3,
    begins: 'Workers hot',
    async hands(hand) {
      await hand.press('Change limit…');
      await hand.write('CPU above, %', '85');
      await hand.send('Change limit');
    },
    sends: [
      request('GET /v2/monitoring/alerts/{Workers hot}'),
      request('PUT /v2/monitoring/alerts/{Workers hot}', async (account) => {
        const { uuid, ...body } = await rowOf(account, 'Workers hot');
        return { ...body, value: 85 };
      }),
    ],
    says: 'Workers hot: the limit of CPU went from 80 to 85 %.',
  },
];
