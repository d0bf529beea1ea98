import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type Row, request } from './row.ts';

export const kubernetesRows: readonly Row[] = [
  {
    number: 17,
    does: 'save the kubeconfig of harbour',
    most: 2,
    begins: 'harbour',
    async hands(hand) {
      await hand.press('Download kubeconfig…');
      const download = hand.page.waitForEvent('download');
      await hand.send('Download');
      const saved = await download;
      expect(saved.suggestedFilename()).toBe('harbour-kubeconfig.yaml');
      expect(readFileSync(await saved.path(), 'utf8')).toContain('apiVersion: v1');
    },
    sends: [request('GET /v2/kubernetes/clusters/{harbour}/kubeconfig?expiry_seconds=604800')],
    says: /^The kubeconfig of harbour is saved\. It works until \w+ \d+ \w+\.$/,
  },
  {
    number: 18,
    does: 'upgrade harbour to 1.34.1',
    most: 2,
    begins: 'harbour',
    async hands(hand) {
      await hand.press('Upgrade…');
      await hand.send('Upgrade');
    },
    sends: [
      request('GET /v2/kubernetes/clusters/{harbour}/upgrades'),
      request('POST /v2/kubernetes/clusters/{harbour}/upgrade', '{"version":"1.34.1-do.0"}'),
    ],
    says: 'harbour is being upgraded to 1.34.1.',
  },
  {
    number: 19,
    does: 'scale pool general to 4',
    most: 3,
    begins: 'general',
    async hands(hand) {
      await hand.press('Scale…');
      await hand.write('Nodes', '4');
      await hand.send('Save');
    },
    sends: [
      request('GET /v2/kubernetes/clusters/{harbour}/node_pools/{general}'),
      request(
        'PUT /v2/kubernetes/clusters/{harbour}/node_pools/{general}',
        '{"name":"general","count":4,"tags":["k8s","k8s:worker"],"labels":{},"taints":[],"auto_scale":false,"min_nodes":0,"max_nodes":0}',
      ),
    ],
    says: 'general goes from 3 to 4 nodes, $48.00 a month more.',
  },
  {
    number: 20,
    does: 'destroy lab and keep its volumes',
    most: 3,
    begins: 'lab',
    async hands(hand) {
      await hand.press('Destroy…');
      await hand.write('Type lab to go on', 'lab');
      await hand.send('Destroy');
    },
    sends: [
      request('GET /v2/kubernetes/clusters/{lab}/destroy_with_associated_resources'),
      request(
        'DELETE /v2/kubernetes/clusters/{lab}/destroy_with_associated_resources/selective',
        '{"load_balancers":[],"volumes":[],"volume_snapshots":[]}',
      ),
    ],
    says: 'lab is being destroyed.',
    async afterwards(_hand, { world, pass }) {
      await pass(60_000);
      expect(world.demo.rows('/v2/kubernetes/clusters', 'Harbour Works').some(({ name }) => name === 'lab')).toBe(false);
    },
  },
];
