import type { Page } from '@playwright/test';

/** Texts that a page has shown as results: titles of toasts, and what its live regions said. */
declare global {
  interface Window {
    heard: string[];
  }
}

/** From now on, every document of the page keeps what it says, also what leaves again at once. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.heard = [];
    const look = () => {
      for (const element of document.querySelectorAll('.toast .medium, [aria-live]')) {
        const text = (element.textContent ?? '').trim();
        if (text !== '' && !window.heard.includes(text)) window.heard.push(text);
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** A toast has a sentence without its full stop, a live region may say more after it. */
const isSaid = (sentence: string | RegExp, text: string): boolean =>
  typeof sentence === 'string'
    ? text === sentence || `${text}.` === sentence || text.startsWith(`${sentence}. `)
    : sentence.test(text) || sentence.test(`${text}.`);

/** "said" once that sentence was shown; until then, all that was. */
export async function heard(page: Page, sentence: string | RegExp): Promise<string> {
  const texts = await page.evaluate(() => window.heard);
  return texts.some((text) => isSaid(sentence, text)) ? 'said' : texts.join(' | ');
}
