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

const firewall = {
  id: 'bb4b2611-3d72-467b-8602-280330ecd65c',
  status: 'succeeded',
  name: 'public-web',
  inbound_rules: [
    { protocol: 'tcp', ports: '443', sources: { addresses: ['0.0.0.0/0', '::/0'] } },
    { protocol: 'tcp', ports: '22', sources: { addresses: ['203.0.113.7'] } },
  ],
  outbound_rules: [{ protocol: 'tcp', ports: 'all', destinations: { addresses: ['0.0.0.0/0'] } }],
  droplet_ids: [],
  tags: ['web'],
};

/** Opens the update of a firewall, over an API that reads it as given; `null`: the read fails. */
const openFirewall = async (page: Page, { isRead, isHidden }: { isRead: boolean; isHidden: boolean }) => {
  await page.evaluate(
    ({ thing, fails, hides }) => {
      window.fake.respondWith(({ operationId }) => {
        const failure = { kind: 'server-error' as const, message: 'DigitalOcean could not read the firewall.', status: 503 };
        if (fails) return { ok: false, failure };
        if (operationId === 'droplets_list' && hides)
          return { ok: false, failure: { kind: 'forbidden', message: 'not allowed', scopes: ['droplet:read'] } };
        return {
          ok: true,
          value: {
            status: 'answered',
            httpStatus: 200,
            durationMs: 120,
            cost: 1,
            remaining: 4611,
            headers: [],
            body: { kind: 'json', value: operationId === 'firewalls_get' ? { firewall: thing } : {} },
            warnings: [],
            actionKeys: [],
            isSecret: false,
          },
        };
      });
      location.hash = `#/operations/firewalls_update?connection=hw&path.firewall_id=${thing.id}`;
    },
    { thing: firewall, fails: !isRead, hides: isHidden },
  );
  await page.waitForTimeout(600);
};

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
  {
    name: 'edit',
    hash: '#/operations',
    act: async (page) => {
      await openFirewall(page, { isRead: true, isHidden: false });
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('public-web-2');
      await page.getByRole('textbox', { name: 'Ports' }).nth(1).fill('2222');
    },
  },
  {
    name: 'hidden',
    hash: '#/operations',
    act: async (page) => {
      await openFirewall(page, { isRead: true, isHidden: true });
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('public-web-2');
    },
  },
  { name: 'unread', hash: '#/operations', act: (page) => openFirewall(page, { isRead: false, isHidden: false }) },
  {
    name: 'match',
    hash: '#/operations/monitoring_get_DropletCpuMetrics?connection=hw',
    act: (page) => page.getByRole('combobox', { name: 'Host ID' }).fill('web'),
  },
  {
    name: 'no-match',
    hash: '#/operations/monitoring_get_DropletCpuMetrics?connection=hw',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Host ID' }).fill('web-77');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await send(page);
    },
  },
  {
    name: 'no-size',
    hash: '#/operations/droplets_create?connection=hw',
    act: async (page) => {
      await loadNames(page);
      await page.getByRole('combobox', { name: /^Region/ }).fill('zz');
    },
  },
  { name: 'policy', hash: '#/operations/monitoring_create_alertPolicy?connection=hw', act: send },
  {
    name: 'record',
    hash: '#/operations/domains_create_record?connection=hw&path.domain_name=example.com',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Kind of Type' }).selectOption({ label: 'TXT' });
    },
  },
  {
    name: 'question',
    hash: '#/operations/sshKeys_create?connection=hw',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('laptop');
      await page.getByRole('button', { name: /the form$/ }).click();
    },
  },
  {
    name: 'long-question',
    hash: '#/operations/volumes_delete?connection=hw&path.volume_id=7724db7c-e098-11e5-b522-000f53304e51',
    act: async (page) => {
      await page.evaluate(() => {
        const name = 'pvc-7724db7c-e098-11e5-b522-000f53304e51-of-the-harbour-cluster-in-frankfurt_web_assets_and_old_uploads';
        window.fake.respondWith(() => ({
          ok: true,
          value: {
            status: 'needs-confirmation',
            confirmation: {
              id: 'q1',
              level: 'destructive',
              title: `Delete a Block Storage Volume: ${name}?`,
              lines: ['In Harbour Works.', 'What it deletes does not come back.', `Sends DELETE /v2/volumes/${name}.`],
              goes: [name],
              stays: [],
              typeToConfirm: name,
              confirmLabel: 'Delete',
              canBeRemembered: false,
            },
          },
        }));
      });
      await send(page);
    },
  },
  // Not operations, but lists whose rows only this bridge has.
  {
    name: 'panel',
    hash: '#/resources/volumes_list/hw/7724db7c-e098-11e5-b522-000f53304e51',
    sizes: ['wide', 'narrow', 'zoomed'],
  },
  { name: 'family', hash: '#/resources/sizes_list' },
  { name: 'unknown', hash: '#/operations/nothing_here' },
];

await takePictures(shots.map((shot) => ({ ...shot, name: `operations-${shot.name}`, scene: 'operations' })));
