import { findOperation } from '../../main/core/digitalocean/catalogue/load.ts';
import { operationRoute } from '../../renderer/routes/operation-route.ts';
import { operationWords } from '../../renderer/words/operations.ts';
import { hardest } from '../doubles/invented/hardest-forms.ts';
import { connect, expect, goTo, test, tokenOf } from './journey.ts';

const half = Math.ceil(hardest.length / 2);
for (const part of [hardest.slice(0, half), hardest.slice(half)]) {
  test(`forms from ${part[0]} to ${part.at(-1)} are drawn, filled, sent and answered`, async ({ start, demo, host }) => {
    test.skip(host !== 'web', 'forms belong to the page, which is the same on every host, so they are checked on one');
    test.setTimeout(150_000);
    const { page } = await start();
    await connect(page, tokenOf(demo));
    for (const id of part) {
      const { operation } = await findOperation(id);
      const sample = demo.sample(id, 'Harbour Works');
      const body = (sample?.body ?? {}) as object;
      await goTo(page, operationRoute(id, { path: sample?.path ?? {} }));
      const form = page.getByRole('form', { name: operation.title });
      await expect(form, id).toBeVisible();
      await page.getByText(operationWords.json, { exact: true }).click();
      await page.getByLabel(operationWords.jsonOfBody).fill(JSON.stringify(body));
      if (operation.server === 'agent') await page.getByLabel(operationWords.agentAddress).fill('https://agent.example.com');
      await page.getByRole('button', { name: /^Send/ }).click();
      const seen = () => demo.requests().filter((request) => request.operation === id);
      const confirm = page.getByRole('dialog').getByRole('button', { name: operationWords.send, exact: true });
      await expect(async () => {
        if (await confirm.isVisible()) await confirm.click();
        expect(seen().length, id).toBe(1);
      }).toPass({ timeout: 10_000 });
      expect(seen()[0]?.bodyBytes, id).toBeGreaterThanOrEqual(Object.keys(body).length === 0 ? 0 : JSON.stringify(body).length);
      // Inference and agents have keys of their own. Without one, the request carries no credential, and never the account token.
      if (operation.server === 'api') await expect(page.getByText(/^20[0-9] /).first(), id).toBeVisible();
      else expect(seen()[0], id).toMatchObject({ status: 401, credential: 'none' });
    }
  });
}
