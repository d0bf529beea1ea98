import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlOf } from '../../../../../renderer/screens/operations/request/curl.ts';
import { shellRules } from '../../../../../renderer/screens/operations/request/shells.ts';
import { openOperation } from './open-operation.ts';

/** What `cmd` leaves of a line: it removes carets outside of quotes, replaces variables, and cuts at signs of its own. */
function readByCmd(line: string, variables: Readonly<Record<string, string>> = {}): { passedOn: string; isCut: boolean } {
  // Variables come first, carets count as part of a name, and an unknown name stays.
  const expanded = line.replace(/%([^%]+)%/g, (all, name: string) => variables[name] ?? all).replace(/\^\n\s*/g, ' ');
  let passedOn = '';
  let isQuoted = false;
  for (let at = 0; at < expanded.length; at += 1) {
    const sign = expanded.charAt(at);
    if (sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && sign === '^') {
      at += 1;
      passedOn += expanded.charAt(at);
    } else if (!isQuoted && /[&|<>\n]/.test(sign)) return { passedOn, isCut: true };
    else passedOn += sign;
  }
  return { passedOn, isCut: false };
}

/** Microsoft's "Parsing C command-line arguments". */
function argumentsOnWindows(line: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const backslashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    if (line.charAt(at + backslashes) === '"') {
      word = (word ?? '') + '\\'.repeat(Math.floor(backslashes / 2));
      if (backslashes % 2 === 1) word += '"';
      else isQuoted = !isQuoted;
      at += backslashes;
    } else if (!isQuoted && /[ \t]/.test(line.charAt(at))) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + line.charAt(at);
  }
  return word === null ? words : [...words, word];
}

/** The text of a word in PowerShell that is quoted or plain; `null`: it is more than one word or would be evaluated. */
function readByPowerShell(word: string): string | null {
  if (/^[A-Za-z0-9_][A-Za-z0-9_+=:./-]*$/.test(word)) return word;
  const inside = /^'((?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*)'$/.exec(word)?.[1];
  return inside === undefined ? null : inside.replace(/(['\u2018-\u201b])['\u2018-\u201b]/g, '$1');
}

const nasty = fc
  .array(
    fc.constantFrom(
      ...["'", '"', '\\', '$(x)', '`x`', '%PATH%', '%', '!', '^', '&', '|', '<', '>', '(', ')', ' ', ';', '@', '#', '{a,b}'],
      ...['\u2018', '\u2019', '\u201b', '\u201c', 'ü', '\\"', '\\\\', 'a', '-', '='],
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => parts.join(''));

describe('a word for cmd', () => {
  const { quote } = shellRules.cmd;
  it('reaches the program as it was, whatever it contains', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 3 }), (texts) => {
        const { passedOn, isCut } = readByCmd(`curl ${texts.map(quote).join(' ')}`, { PATH: 'EXPANDED', x: 'EXPANDED' });
        expect(isCut).toBe(false);
        expect(argumentsOnWindows(passedOn)).toEqual(['curl', ...texts]);
      }),
    );
  });

  it.each([
    ['plain-1.2', 'plain-1.2'],
    ['a b', '^"a b^"'],
    ['say "hi"', '^"say \\^"hi\\^"^"'],
    ['%PATH%', '^"^%PATH^%^"'],
    ['a&b|c', '^"a^&b^|c^"'],
    ['back\\', '^"back\\\\^"'],
    ['line\nbreak', '^"line break^"'],
  ])('of %j is %s', (text, expected) => expect(quote(text)).toBe(expected));
});

describe('a word for PowerShell', () => {
  const { quote } = shellRules.powershell;
  it('is one text that nothing evaluates, whatever it contains', () => {
    const withoutQuotes = nasty.map((text) => text.replaceAll('"', ''));
    fc.assert(fc.property(withoutQuotes, (text) => readByPowerShell(quote(text)) === text));
    fc.assert(fc.property(nasty, (text) => readByPowerShell(quote(text)) !== null));
  });

  it.each([
    ['plain-1.2', 'plain-1.2'],
    ['$env:PATH', "'$env:PATH'"],
    ["it's", "'it''s'"],
    ['\u2019; calc; \u2018', "'\u2019\u2019; calc; \u2018\u2018'"],
    ['$(calc)', "'$(calc)'"],
    ['-x', "'-x'"],
  ])('of %j is %s', (text, expected) => expect(quote(text)).toBe(expected));
});

describe('the request as a command', () => {
  const body = { name: "o'clock", size: 's-1', image: 'x', user_data: '#!/bin/sh\necho "%PATH% $HOME" & \u2019grün\u2019 \\' };
  const open = () => openOperation('droplets_create', { body });

  it('for cmd hands curl the same words as a shell of other systems', async () => {
    const { operation, shapes, draft } = await open();
    const { passedOn, isCut } = readByCmd(curlOf(operation, shapes, draft, 'cmd'), { DIGITALOCEAN_TOKEN: 'T', PATH: 'EXPANDED' });
    expect(isCut).toBe(false);
    const words = argumentsOnWindows(passedOn);
    expect(words.slice(0, 3)).toEqual(['curl', '-X', 'POST']);
    expect(words).toContain('Authorization: Bearer T');
    expect(JSON.parse(words[words.indexOf('-d') + 1] ?? '')).toEqual(body);
    expect(words.at(-1)).toBe('https://api.digitalocean.com/v2/droplets');
  });

  it('for PowerShell pipes the body into curl itself, as ASCII and without anything that is evaluated', async () => {
    const { operation, shapes, draft } = await open();
    const command = curlOf(operation, shapes, draft, 'powershell');
    const [, json, rest] = /^@'\n([\s\S]*?)\n'@ \| ([\s\S]*)$/.exec(command) ?? [];
    expect(JSON.parse(json ?? '')).toEqual(body);
    expect(json).toMatch(/^[\x20-\x7e\n]*$/);
    expect(json).not.toMatch(/^['\u2018-\u201b]@/m);
    expect(rest).toBe(
      [
        'curl.exe -X POST `',
        '  -H "Authorization: Bearer $env:DIGITALOCEAN_TOKEN" `',
        "  -H 'Content-Type: application/json' `",
        "  --data-binary '@-' `",
        '  https://api.digitalocean.com/v2/droplets',
      ].join('\n'),
    );
  });

  it.each(['cmd', 'powershell'] as const)('for %s never lets a typed address be more than a word', async (shell) => {
    const typed = 'https://up.example.com/$(calc)&calc|%PATH%\u2019;calc';
    const { operation, shapes, draft } = await openOperation('inference_upload_batch_file', {}, { otherBaseUrl: typed });
    const last = curlOf(operation, shapes, draft, shell).split('\n').at(-1)?.trim() ?? '';
    if (shell === 'cmd') expect(argumentsOnWindows(readByCmd(last, { PATH: 'EXPANDED' }).passedOn)).toEqual([typed]);
    else expect(readByPowerShell(last)).toBe(typed);
  });
});
