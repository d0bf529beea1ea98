import type { Page } from '@playwright/test';
import { type Shot, type Size, takePictures } from './camera.ts';
import { longShots } from './long-names.ts';

// Takes pictures of every screen, light and dark, wide and narrow: `node test/pictures/take.ts [folder] [--only word] [--theme
// light|dark]`.

const everySize: Size[] = ['wide', 'narrow', 'smallest', 'zoomed'];

/** DigitalOcean refuses a reboot, which is told at its row. */
const refuseReboot = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    const fake = (window as unknown as { fake: { answerWith: (answer: unknown) => void } }).fake;
    fake.answerWith(() => ({
      ok: false,
      failure: {
        kind: 'busy',
        message: 'web-01 is busy with another action.',
        nextStep: 'DigitalOcean runs one action at a time on a droplet. Try again when it is done.',
      },
    }));
  });
  await page.getByRole('button', { name: 'Reboot' }).click();
};

const shots: Shot[] = [
  { name: 'overview', scene: 'full', hash: '#/overview', sizes: everySize },
  { name: 'no-tray', scene: 'no-tray', hash: '#/overview', sizes: everySize },
  { name: 'no-tray-settings', scene: 'no-tray', hash: '#/settings/system' },
  {
    name: 'overview-pin-menu',
    scene: 'full',
    hash: '#/overview',
    act: (page) => page.getByRole('button', { name: 'Move or unpin web-01' }).click(),
  },
  { name: 'overview-bare', scene: 'bare', hash: '#/overview' },
  { name: 'droplets', scene: 'full', hash: '#/droplets', sizes: everySize },
  {
    name: 'droplets-selected',
    scene: 'full',
    hash: '#/droplets',
    act: async (page) => {
      const row = page.getByRole('row', { name: /api-02/ });
      await row.focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
    },
  },
  {
    name: 'droplets-columns',
    scene: 'full',
    hash: '#/droplets',
    act: async (page) => {
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'droplet-chart',
    scene: 'full',
    hash: '#/droplets/hw:387100409',
    act: async (page) => {
      await page.getByRole('button', { name: /^CPU \d/ }).press('Enter');
      const chart = page.getByRole('slider');
      await chart.focus();
      for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowLeft');
      await chart.scrollIntoViewIfNeeded();
    },
  },
  { name: 'monitoring-charts', scene: 'full', hash: '#/monitoring/charts/droplet/public-traffic/tag/web' },
  {
    name: 'monitoring-charts-many-samples',
    scene: 'full',
    hash: '#/monitoring/charts/droplet/cpu-modes/things/hw:387100409',
    sizes: ['wide', 'narrow'],
  },
  {
    name: 'monitoring-charts-failing',
    scene: 'full',
    hash: '#/overview',
    act: async (page) => {
      await page.evaluate(() => {
        const { fake } = window as unknown as { fake: { answerCharts: (answer: unknown) => void } };
        fake.answerCharts(() => ({
          ok: false,
          failure: { kind: 'forbidden', message: 'This token may not read monitoring.', nextStep: 'Give it monitoring:read.' },
        }));
        location.hash = '#/monitoring/charts/droplet/cpu/tag/web';
      });
      await page.getByText('This token may not read monitoring').first().waitFor();
    },
  },
  { name: 'droplets-many', scene: 'many', hash: '#/droplets', sizes: ['wide'] },
  { name: 'droplets-offline', scene: 'offline', hash: '#/droplets' },
  { name: 'droplets-failing', scene: 'failing', hash: '#/droplets' },
  { name: 'droplets-held', scene: 'held', hash: '#/droplets' },
  { name: 'droplets-loading', scene: 'loading', hash: '#/droplets' },
  { name: 'droplets-broken', scene: 'broken', hash: '#/droplets' },
  { name: 'droplets-bare', scene: 'bare', hash: '#/droplets' },
  { name: 'droplet', scene: 'full', hash: '#/droplets/hw:387100409', sizes: everySize },
  { name: 'droplet-down', scene: 'full', hash: '#/droplets/hw:387100404' },
  { name: 'droplet-busy', scene: 'full', hash: '#/droplets/hw:387100410' },
  {
    name: 'droplet-menu',
    scene: 'full',
    hash: '#/droplets/hw:387100409',
    act: (page) => page.getByRole('button', { name: 'More actions' }).click(),
  },
  {
    name: 'confirm',
    scene: 'full',
    hash: '#/droplets/hw:387100409',
    act: async (page) => {
      await page.getByRole('button', { name: /Power cycle/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'destroy',
    scene: 'full',
    hash: '#/droplets/hw:387100409',
    act: async (page) => {
      await page.getByRole('button', { name: /Destroy/ }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('web-01');
    },
  },
  {
    name: 'rename',
    scene: 'full',
    hash: '#/droplets/hw:387100409',
    act: (page) => page.getByRole('button', { name: /Rename/ }).click(),
  },
  { name: 'activity', scene: 'full', hash: '#/activity', sizes: everySize },
  { name: 'activity-failed', scene: 'full', hash: '#/activity/tp:889' },
  { name: 'activity-bare', scene: 'bare', hash: '#/activity' },
  { name: 'notices', scene: 'full', hash: '#/activity/notices', sizes: everySize },
  {
    name: 'notices-open',
    scene: 'full',
    hash: '#/activity/notices',
    act: (page) => page.getByRole('button', { name: /4 actions finished/ }).click(),
  },
  { name: 'notices-awkward', scene: 'awkward', hash: '#/activity/notices' },
  { name: 'notices-bare', scene: 'bare', hash: '#/activity/notices' },
  { name: 'monitoring', scene: 'full', hash: '#/monitoring' },
  { name: 'monitoring-many-policies', scene: 'many-policies', hash: '#/monitoring', sizes: ['wide', 'narrow'] },
  { name: 'limited-overview', scene: 'limited', hash: '#/overview', sizes: everySize },
  { name: 'limited-activity', scene: 'limited', hash: '#/activity' },
  { name: 'limited-monitoring', scene: 'limited', hash: '#/monitoring' },
  { name: 'answers-fact-page', scene: 'answers', hash: '#/resources/balance_get' },
  { name: 'answers-options', scene: 'answers', hash: '#/resources/registry_get_options' },
  { name: 'answers-policies', scene: 'answers', hash: '#/resources/monitoring_list_alertPolicy' },
  { name: 'answers-invoice', scene: 'answers', hash: '#/resources/invoices_list/hw/i10' },
  { name: 'answers-secret', scene: 'answers', hash: '#/resources/functions_list_namespaces/hw/fn-5f1c2e' },
  { name: 'answers-labels', scene: 'answers', hash: '#/resources/kubernetes_list_clusters/hw/c1d2' },
  { name: 'answers-states', scene: 'answers', hash: '#/resources/genai_list_model_evaluation_runs' },
  { name: 'answers-expired', scene: 'answers', hash: '#/resources/certificates_list' },
  { name: 'answers-models', scene: 'answers', hash: '#/resources/genai_list_models' },
  { name: 'answers-backups', scene: 'answers', hash: '#/resources/databases_list_backups?database_cluster_uuid=parent-1/hw' },
  { name: 'answers-sizes', scene: 'answers', hash: '#/resources/apps_list_instanceSizes' },
  { name: 'answers-without-id', scene: 'answers', hash: '#/resources/projects_list_resources_default/hw/~2' },
  { name: 'billing', scene: 'full', hash: '#/billing', sizes: everySize },
  { name: 'coming-up', scene: 'full', hash: '#/coming-up', sizes: everySize },
  { name: 'coming-up-limited', scene: 'limited', hash: '#/coming-up', sizes: ['wide', 'narrow'] },
  { name: 'coming-up-bare', scene: 'bare', hash: '#/coming-up', sizes: ['wide', 'narrow'] },
  { name: 'billing-refused', scene: 'broken', hash: '#/billing' },
  { name: 'settings', scene: 'full', hash: '#/settings', sizes: everySize },
  { name: 'settings-notices', scene: 'full', hash: '#/settings/notices' },
  { name: 'settings-system', scene: 'full', hash: '#/settings/about' },
  { name: 'settings-failing', scene: 'failing', hash: '#/settings' },
  { name: 'settings-held', scene: 'held', hash: '#/settings' },
  { name: 'welcome', scene: 'first', hash: '#/overview', sizes: everySize },
  {
    name: 'welcome-wrong',
    scene: 'first',
    hash: '#/overview',
    act: (page) => page.locator('input[type=password]').fill('ghp_0123456789'),
  },
  {
    name: 'welcome-vault',
    scene: 'first',
    hash: '#/overview',
    act: async (page) => {
      await page.evaluate(() => {
        const fake = (window as unknown as { fake: { answerWith: (answer: unknown) => void } }).fake;
        fake.answerWith(() => ({
          ok: false,
          failure: {
            kind: 'vault-locked',
            message: 'Your keyring is locked. The token works, but was not saved.',
            nextStep: 'Unlock your keyring and try again, or keep the token for this run only.',
          },
        }));
      });
      await page.locator('input[type=password]').fill(`dop_v1_${'0123456789abcdef'.repeat(4)}`);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
    },
  },
  {
    name: 'palette',
    scene: 'full',
    hash: '#/overview',
    act: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox').fill('web');
    },
  },
  {
    name: 'palette-inside',
    scene: 'full',
    hash: '#/overview',
    act: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox').fill('web-01');
      await page.keyboard.press('Tab');
    },
  },
  {
    name: 'shortcuts',
    scene: 'full',
    hash: '#/overview',
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'toasts',
    scene: 'full',
    hash: '#/billing',
    act: async (page) => {
      await page.evaluate(() => {
        const fake = (window as unknown as { fake: { answerWith: (answer: unknown) => void } }).fake;
        const answers: unknown[] = [
          { ok: true, value: { status: 'started', message: 'Rebooting web-02', actionKeys: ['hw:903'], failures: [] } },
          { ok: true, value: { status: 'done', message: 'Up to date' } },
          {
            ok: false,
            failure: {
              kind: 'outcome-unknown',
              message: 'No answer to “Reboot web-03”',
              nextStep: 'It may have started. Buoy is checking the droplet.',
            },
          },
        ];
        fake.answerWith(() => answers.shift());
      });
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('r');
    },
  },
  { name: 'tray', scene: 'full', hash: '#/tray', sizes: ['tray', 'wide'] },
  {
    name: 'tray-pins',
    scene: 'full',
    hash: '#/tray',
    sizes: ['tray'],
    act: async (page) => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'tray-team',
    scene: 'full',
    hash: '#/tray',
    sizes: ['tray'],
    act: (page) => page.locator('[data-row="team/tp"]').click(),
  },
  {
    name: 'tray-search',
    scene: 'full',
    hash: '#/tray',
    sizes: ['tray'],
    act: (page) => page.keyboard.type('web'),
  },
  { name: 'tray-no-match', scene: 'full', hash: '#/tray', sizes: ['tray'], act: (page) => page.keyboard.type('zebra') },
  { name: 'tray-droplet', scene: 'full', hash: '#/tray/hw:387100409', sizes: ['tray', 'wide'] },
  {
    name: 'tray-question',
    scene: 'full',
    hash: '#/tray/hw:387100409',
    sizes: ['tray'],
    act: (page) => page.getByRole('button', { name: /Power cycle/ }).click(),
  },
  { name: 'tray-droplet-down', scene: 'full', hash: '#/tray/hw:387100404', sizes: ['tray'] },
  { name: 'tray-droplet-busy', scene: 'full', hash: '#/tray/hw:387100410', sizes: ['tray'] },
  { name: 'tray-droplet-locked', scene: 'odd', hash: '#/tray/hw:387100409', sizes: ['tray'] },
  { name: 'tray-copied', scene: 'full', hash: '#/tray/hw:387100409', sizes: ['tray'], act: (page) => page.keyboard.press('c') },
  {
    name: 'tray-pause',
    scene: 'full',
    hash: '#/tray',
    sizes: ['tray'],
    act: (page) => page.getByRole('button', { name: 'Pause' }).click(),
  },
  { name: 'tray-refused', scene: 'full', hash: '#/tray/hw:387100409', sizes: ['tray'], act: refuseReboot },
  { name: 'tray-odd', scene: 'odd', hash: '#/tray', sizes: ['tray'] },
  { name: 'tray-empty', scene: 'bare', hash: '#/tray', sizes: ['tray'] },
  { name: 'tray-loading', scene: 'loading', hash: '#/tray', sizes: ['tray'] },
  { name: 'tray-signed-out', scene: 'signed-out', hash: '#/tray', sizes: ['tray', 'wide'] },
  { name: 'tray-offline', scene: 'offline', hash: '#/tray', sizes: ['tray'] },
  { name: 'tray-failing', scene: 'failing', hash: '#/tray', sizes: ['tray'] },
  { name: 'tray-many', scene: 'many', hash: '#/tray', sizes: ['tray'] },
  {
    name: 'tray-many-open',
    scene: 'many',
    hash: '#/tray',
    sizes: ['tray'],
    act: async (page) => {
      await page.locator('[data-row="team/hw"]').click();
      await page.keyboard.press('End');
    },
  },
];

await takePictures([...shots, ...longShots]);
