import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTitle } from '../../../main/core/words/actions.ts';
import { confirmationWords, toType } from '../../../main/core/words/confirmations.ts';
import { hostWords } from '../../../main/core/words/host.ts';
import { noticeWords } from '../../../main/core/words/notices.ts';
import { listed } from '../../../main/core/words/numbers.ts';
import { isolated, sentences } from '../../../preload/contract/isolates.ts';
import { resourceKey } from '../../../preload/contract/resource-key.ts';
import { operationRoute } from '../../../renderer/routes/operation-route.ts';
import { hrefOf, parseRoute } from '../../../renderer/routes/routes.ts';
import { commandWords } from '../../../renderer/words/commands.ts';

const hebrew = '\u05e9\u05e8\u05ea-1';
const override = 'web\u202e10-txe';
const alone = `\u2068${hebrew}\u2069`;

/** The text outside of isolates; `null` if they are not balanced. */
function outside(text: string): string | null {
  let depth = 0;
  let rest = '';
  for (const character of text) {
    if (character === '\u2068') depth += 1;
    else if (character === '\u2069') depth -= 1;
    else if (depth === 0) rest += character;
    if (depth < 0) return null;
  }
  return depth === 0 ? rest : null;
}

describe('a name in a sentence', () => {
  it.each([
    ['web-01', 'web-01'],
    ['grün 中文 🚀', 'grün 中文 🚀'],
    [hebrew, alone],
    ['\u0645\u0648\u0642\u0639', '\u2068\u0645\u0648\u0642\u0639\u2069'],
    [override, 'web10-txe'],
    [`a\u2069${hebrew}`, `\u2068a${hebrew}\u2069`],
    [`\u2068${hebrew}`, alone],
    [alone, alone],
    [`Rebooting ${alone}`, `Rebooting ${alone}`],
  ])('of %j stands as %j', (name, expected) => expect(isolated(name)).toBe(expected));

  it('never turns the words around it, nor ends or leaves an isolate, whatever it contains', () => {
    const signs = fc.constantFrom(
      ...'\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069',
      'a',
      ' ',
      '\u05d0',
      '\u0627',
      '1',
      '\u{10900}',
    );
    const name = fc.array(signs, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, (text) => {
        const shown = isolated(text);
        return isolated(shown) === shown && /^[a 1]*$/.test(outside(shown) ?? 'unbalanced');
      }),
    );
  });

  it('is isolated in notices, questions, toasts, failures and lists of names', () => {
    expect(noticeWords.downTitle(hebrew)).toBe(`${alone} is down`);
    expect(confirmationWords.title('power_off', [hebrew])).toBe(`Power off ${alone}?`);
    expect(confirmationWords.team([hebrew, 'Tidepool'])).toBe(`Teams: ${alone} and Tidepool.`);
    expect(actionTitle({ type: 'rename', status: 'in-progress', name: hebrew, value: hebrew })).toBe(
      `Renaming ${alone} to ${alone}`,
    );
    expect(hostWords.notAUser(hebrew).message).toContain(alone);
    expect(commandWords.copy(hebrew)).toContain(alone);
    expect(listed([hebrew, 'b', hebrew, 'c', 'd'])).toBe(`${alone}, b, ${alone} and 2 more`);
  });

  it('is isolated in groups of sentences too, and stays itself where it is data', () => {
    const words = sentences({
      group: { say: (name: string, all: readonly string[]) => ({ message: `${name}: ${all.join()}` }) },
      fixed: 'x',
    });
    expect(words.group.say(hebrew, [hebrew, 'b'])).toEqual({ message: `${alone}: ${alone},b` });
    expect(words.fixed).toBe('x');
    expect(toType([hebrew])).toBe(hebrew);
  });
});

describe('half a surrogate pair', () => {
  const half = 'a\ud83dz';
  it('never breaks a key or an address', () => {
    expect(resourceKey('c1', 'domainRecords_list', { domain_name: half })).toContain('%EF%BF%BD');
    expect(operationRoute('tags_get', { path: { tag_id: half }, query: { name: half } })).toContain('%EF%BF%BD');
    const route = parseRoute(hrefOf('resources', 'domains_list', 'c1', half));
    expect(route).toEqual({ view: 'resources', path: ['domains_list', 'c1', 'a\ufffdz'] });
  });
});
