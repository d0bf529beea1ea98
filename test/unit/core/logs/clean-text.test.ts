import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../../main/core/logs/clean-text.ts';

const esc = '\u001b';

describe('a line of a log', () => {
  it.each<[string, string, string]>([
    ['colours', `${esc}[1;31mError${esc}[0m: no`, 'Error: no'],
    ['moves of the cursor', `${esc}[2K${esc}[1Gdone${esc}[?25h`, 'done'],
    ['a title of the window', `${esc}]0;rm -rf /\u0007ready`, 'ready'],
    ['a link', `${esc}]8;;https://example.com/${esc}\\here${esc}]8;;${esc}\\`, 'here'],
    ['colours in their other form', '\u009b31mError\u009b0m', 'Error'],
    ['a device string', `${esc}Pq#0;2;0${esc}\\after`, 'after'],
    ['a bar that is written over', 'fetching 10 %\rfetching 60 %\rfetched', 'fetched'],
    ['a bar that ends the line', 'fetched 100 %\r', 'fetched 100 %'],
  ])('keeps its words and loses %s', (_what, raw, shown) => {
    expect(cleanLine(raw)).toBe(shown);
  });

  it.each<[string, string, string]>([
    ['an escape that is none', `a${esc}`, 'a\u241b'],
    ['a bell and a backspace', 'a\u0007b\u0008', 'a\u2407b\u2408'],
    ['a zero', 'a\u0000b', 'a\u2400b'],
    ['what turns the direction', 'user \u202efdp.exe', 'user \ufffdfdp.exe'],
    ['an isolate', '\u2067abc\u2069', '\ufffdabc\ufffd'],
    ['a break that is no end of a line', 'a\u2028b', 'a\u2424b'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
  ])('shows %s as a sign', (_what, raw, shown) => {
    expect(cleanLine(raw)).toBe(shown);
  });

  it.each(['GET / 200\tin 3 ms', 'größer als 5 µs', 'שלום', '✓ built 🚀', '  at main.ts:1'])('stays as it is: %s', (line) => {
    expect(cleanLine(line)).toBe(line);
  });

  it('never has anything left that a terminal or a browser obeys', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(esc, '[', ']', 'm', '\u0007', '\r', '\u009b', '\u202e', '\u2066', 'a', '\\', ';', '\ud800'),
        }),
        (raw) => {
          const clean = cleanLine(raw);
          expect(clean).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          expect(clean.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
