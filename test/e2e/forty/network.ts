import { type Row, request } from './row.ts';
import { rowOf } from './things.ts';

const records = '/v2/domains/shop.example.com/records';
const everyone = '{"addresses":["0.0.0.0/0","::/0"]}';

export const networkRows: readonly Row[] = [
  {
    number: 21,
    does: 'point api.shop.example.com at api-01',
    most: 4,
    begins: 'shop.example.com',
    async hands(hand) {
      await hand.press('Add record…');
      await hand.write('Name', 'api');
      await hand.pickAndSend('Leads to', 'api-01', 'Add record');
    },
    sends: [request(`POST ${records}`, '{"type":"A","name":"api","data":"203.0.113.31","ttl":1800}')],
    says: 'api.shop.example.com → 203.0.113.31, known within 30 min.',
  },
  {
    number: 22,
    does: 'change the SPF text',
    most: 3,
    begins: 'the SPF record',
    async hands(hand) {
      await hand.press('Edit…');
      await hand.write('Text', 'v=spf1 mx a -all');
      await hand.send('Save');
    },
    sends: [request(`PATCH ${records}/{the SPF record}`, '{"type":"TXT","data":"v=spf1 mx a -all"}')],
    says: 'TXT record of shop.example.com: v=spf1 mx a -all. Others see it within 1 h.',
  },
  {
    number: 23,
    does: 'add a second mail server, typed without a dot',
    most: 5,
    begins: 'shop.example.com',
    async hands(hand) {
      await hand.press('Add record…');
      await hand.pick('Type', 'MX');
      await hand.write('Host', 'mx2.example.com');
      await hand.send('Add record');
    },
    sends: [request(`POST ${records}`, '{"type":"MX","name":"@","data":"mx2.example.com.","priority":20,"ttl":1800}')],
    says: 'MX record of shop.example.com: mx2.example.com with priority 20, known within 30 min.',
  },
  {
    number: 24,
    does: 'open 8080 in public-web',
    most: 3,
    begins: 'public-web',
    async hands(hand) {
      await hand.press('Open port…');
      await hand.write('Port', '8080');
      await hand.send('Open port');
    },
    sends: [
      request(
        'POST /v2/firewalls/{public-web}/rules',
        `{"inbound_rules":[{"protocol":"tcp","ports":"8080","sources":${everyone}}]}`,
      ),
    ],
    says: 'public-web lets everyone in: TCP 8080.',
  },
  {
    number: 25,
    does: 'close UDP 443 there',
    most: 2,
    begins: 'public-web',
    async hands(hand) {
      await hand.press('Close port…');
      await hand.pickAndSend('Rule', 'UDP 443', 'Close port');
    },
    sends: [
      request(
        'DELETE /v2/firewalls/{public-web}/rules',
        `{"inbound_rules":[{"protocol":"udp","ports":"443","sources":${everyone}}]}`,
      ),
    ],
    says: 'public-web no longer lets everyone in: UDP 443.',
  },
  {
    number: 26,
    does: 'give 198.51.100.9 to web-02',
    most: 3,
    begins: '198.51.100.9',
    async hands(hand) {
      await hand.press('Assign to…');
      await hand.pick('Droplet', 'web-02');
      await hand.send('Assign');
    },
    sends: [request('POST /v2/reserved_ips/198.51.100.9/actions', '{"type":"assign","droplet_id":{web-02}}')],
    says: '198.51.100.9 is being given to web-02.',
  },
  {
    number: 27,
    does: 'take web-03 out of shop-front',
    most: 2,
    begins: 'shop-front',
    async hands(hand) {
      await hand.press('Take out droplets…');
      await hand.pickAndSend('Droplets', 'web-03', 'Take out droplets');
    },
    sends: [request('DELETE /v2/load_balancers/{shop-front}/droplets', '{"droplet_ids":[{web-03}]}')],
    says: 'shop-front no longer hands requests to web-03.',
  },
  {
    number: 28,
    does: 'give shop-front two nodes',
    most: 3,
    begins: 'shop-front',
    async hands(hand) {
      await hand.press('Change size…');
      await hand.write('Nodes', '2');
      await hand.send('Save');
    },
    sends: [
      request('GET /v2/load_balancers/{shop-front}'),
      request('PUT /v2/load_balancers/{shop-front}', async (account) => {
        const { id, ip, ipv6, status, created_at, size, algorithm, tag, ...body } = await rowOf(account, 'shop-front');
        // Those that are empty in the read are refused in the write.
        const { domains, glb_settings, target_load_balancer_ids, ...kept } = body;
        const rules = (body.forwarding_rules as Record<string, unknown>[]).map(({ certificate_id, ...rule }) =>
          certificate_id === '' ? rule : { ...rule, certificate_id },
        );
        return { ...kept, forwarding_rules: rules, region: 'fra1', size_unit: 2 };
      }),
    ],
    says: 'shop-front gets 2 nodes.',
  },
  {
    number: 29,
    does: 'purge shop-images',
    most: 2,
    begins: 'shop-images',
    async hands(hand) {
      await hand.press('Purge cache…');
      await hand.send('Purge cache');
    },
    sends: [request('DELETE /v2/cdn/endpoints/{shop-images}/cache', '{"files":["*"]}')],
    says: 'All of shop-images.fra1.digitaloceanspaces.com will be loaded from the origin again.',
  },
];
