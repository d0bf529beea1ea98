import type { Page } from '@playwright/test';
import type { OperationsBridge } from '../../doubles/page/operations-bridge.ts';
import { type Shot, takePictures } from '../camera.ts';

// Takes pictures of the Operations view and of a family's list: `node test/pictures/operations/take.ts [folder] [--only
// operations-word] [--theme light|dark]`.

declare global {
  interface Window {
    fake: OperationsBridge;
  }
}

const dropletBody = {
  name: 'web-04',
  region: 'fra1',
  size: 's-2vcpu-4gb',
  image: 'debian-12-x64',
  ssh_keys: [512189, 512190],
  tags: ['web', 'prod'],
  monitoring: true,
  ipv6: true,
};
const withBody = (id: string, body: unknown): string =>
  `#/operations/${id}?connection=hw&body=${encodeURIComponent(JSON.stringify(body))}`;

/** Loads what the pickers would ask for, so that names appear beside ids. */
const loadNames = (page: Page) =>
  page.evaluate(async () => {
    for (const familyId of ['regions_list', 'sizes_list', 'images_list', 'sshKeys_list', 'tags_list']) {
      await window.fake.loadResources({ familyId, connectionId: 'hw' });
    }
  });

const send = async (page: Page) => {
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForTimeout(150);
};

const answerDroplet = (page: Page) =>
  page.evaluate(() => {
    window.fake.respondWith(() => ({
      ok: true,
      value: {
        status: 'answered',
        httpStatus: 202,
        durationMs: 412,
        cost: 1,
        remaining: 4611,
        headers: [
          ['content-type', 'application/json; charset=utf-8'],
          ['x-request-id', '8c1f2c7e-5a4b-4c1d-9d52-0f1e6a7b3c4d'],
        ],
        body: {
          kind: 'json',
          value: {
            droplet: {
              id: 387100415,
              name: 'web-04',
              status: 'new',
              locked: true,
              memory: 4096,
              vcpus: 2,
              disk: 80,
              size_slug: 's-2vcpu-4gb',
              created_at: '2026-11-23T14:08:21Z',
            },
            links: { actions: [{ id: 2204518811, rel: 'create', href: 'https://api.digitalocean.com/v2/actions/2204518811' }] },
          },
        },
        warnings: [],
        actionKeys: ['hw:903'],
        isSecret: false,
      },
    }));
  });

const shots: Omit<Shot, 'scene'>[] = [
  { name: 'list', hash: '#/operations' },
  {
    name: 'droplet',
    hash: withBody('droplets_create', dropletBody),
    act: async (page) => {
      await loadNames(page);
      await answerDroplet(page);
      if ((page.viewportSize()?.width ?? 0) > 640) await page.getByRole('searchbox').fill('droplet');
      await send(page);
    },
  },
  { name: 'empty-droplet', hash: '#/operations/droplets_create', act: loadNames },
  {
    name: 'missing',
    hash: '#/operations/droplets_create',
    act: async (page) => {
      await loadNames(page);
      await send(page);
    },
  },
  {
    name: 'error',
    hash: withBody('droplets_create', dropletBody),
    act: async (page) => {
      await loadNames(page);
      await page.evaluate(() => {
        window.fake.respondWith(() => ({
          ok: false,
          failure: {
            kind: 'unprocessable',
            message: 'DigitalOcean did not take the request.',
            nextStep: 'Change the image or the region, and send it again.',
            status: 422,
            errorId: 'unprocessable_entity',
            errorMessage: 'The image you specified is not available in the selected region for the creation of this resource.',
            requestId: '4f6c1e0a-93b2-4d7e-9a10-3e2b7c5d1f08',
            attempts: 1,
            field: 'body/image',
          },
        }));
      });
      await send(page);
      if ((page.viewportSize()?.width ?? 0) <= 640) await page.locator('.op-response').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'stream',
    hash: withBody('inference_create_chat_completion', {
      model: 'harbour-70b',
      messages: [{ role: 'user', content: 'Which droplet should I resize?' }],
      stream: true,
    }),
    act: async (page) => {
      await page.evaluate(() => {
        window.fake.respondWith((_request, stream) => {
          const words =
            'web-02 has been above 90 % CPU for six hours, while web-01 idles at 12 %. Resize web-02 to 4 vCPU, or move a third of its traffic to web-01.';
          for (const word of words.split(' '))
            stream(`data: ${JSON.stringify({ choices: [{ delta: { content: `${word} ` } }] })}\n\n`);
          return new Promise(() => {});
        });
      });
      await send(page);
      if ((page.viewportSize()?.width ?? 0) <= 640) await page.locator('.op-response').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'apps',
    hash: withBody('apps_create', {
      spec: {
        name: 'harbour-site',
        region: 'fra',
        services: [
          {
            name: 'web',
            github: { repo: 'example/harbour-site', branch: 'main', deploy_on_push: true },
            http_port: 8080,
            instance_count: 2,
            envs: [{ key: 'LOG_LEVEL', value: 'info', scope: 'RUN_TIME' }],
          },
        ],
      },
    }),
  },
  {
    name: 'firewall',
    hash: withBody('firewalls_create', {
      name: 'web-firewall',
      inbound_rules: [
        { protocol: 'tcp', ports: '443', sources: { addresses: ['0.0.0.0/0', '::/0'] } },
        { protocol: 'tcp', ports: '22', sources: { tags: ['prod'] } },
      ],
      tags: ['web'],
    }),
  },
  {
    name: 'table',
    hash: '#/operations/droplets_list?connection=hw',
    act: async (page) => {
      await page.evaluate(() => {
        window.fake.respondWith(() => ({
          ok: true,
          value: {
            status: 'answered',
            httpStatus: 200,
            durationMs: 187,
            cost: 1,
            remaining: 4610,
            headers: [['content-type', 'application/json']],
            body: {
              kind: 'json',
              value: {
                droplets: Array.from({ length: 20 }, (_, at) => ({
                  id: 387100400 + at,
                  name: `web-${String(at).padStart(2, '0')}`,
                  status: 'active',
                  region: { slug: 'fra1' },
                  size_slug: 's-2vcpu-4gb',
                  created_at: '2026-08-01T10:00:00Z',
                  tags: ['web'],
                })),
                meta: { total: 214 },
              },
            },
            warnings: [],
            actionKeys: [],
            isSecret: false,
          },
        }));
      });
      await send(page);
      await page.getByText('Table', { exact: true }).click();
      if ((page.viewportSize()?.width ?? 0) > 640) await page.getByRole('button', { name: 'Wider' }).click();
      else await page.locator('.op-response').scrollIntoViewIfNeeded();
    },
  },
  { name: 'action', hash: '#/operations/dropletActions_post?connection=hw&path.droplet_id=387100402' },
  { name: 'agent', hash: '#/operations/agentInference_create_chat_completion?connection=hw' },
  {
    name: 'picker',
    hash: '#/operations/droplets_create',
    act: async (page) => {
      await loadNames(page);
      await page.getByRole('combobox', { name: /^Image/ }).click();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'json',
    hash: withBody('droplets_create', dropletBody),
    act: async (page) => {
      await page.locator('.op-request').getByText('JSON', { exact: true }).click();
      await page.getByLabel('Body as JSON').fill('{\n  "name": "web-04",\n  "size": s-2vcpu-4gb\n}');
    },
  },
  // Not an operation, but a list whose rows only this bridge has.
  { name: 'family', hash: '#/resources/sizes_list' },
  { name: 'unknown', hash: '#/operations/nothing_here' },
];

await takePictures(shots.map((shot) => ({ ...shot, name: `operations-${shot.name}`, scene: 'operations' })));
