import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** The script of axe-core, as the page gets it. */
const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds, one line for each rule: `color-contrast: .row > .faint`. `inside` is the selector of the part to look at, else
 * the whole page is; `rules` are the only ones to ask, else all are.
 */
export async function axeViolations(
  page: Page,
  { inside, rules }: { inside?: string; rules?: string[] } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script);
  const options: RunOptions = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) };
  const { violations } = await page.evaluate<AxeResults, [string | undefined, RunOptions]>(
    ([part, how]) => {
      const { axe } = window as unknown as { axe: { run(part: Document | string, how: RunOptions): Promise<AxeResults> } };
      return axe.run(part ?? document, how);
    },
    [inside, options],
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
