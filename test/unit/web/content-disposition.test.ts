import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from '../../../main/web/downloads.ts';

describe('the name of a file to save', () => {
  it.each([
    ['invoice.pdf', `attachment; filename="invoice.pdf"; filename*=UTF-8''invoice.pdf`],
    ['', `attachment; filename="download"; filename*=UTF-8''download`],
    ["it's (1).csv", `attachment; filename="it's (1).csv"; filename*=UTF-8''it%27s%20%281%29.csv`],
  ])('is %j', (name, header) => expect(contentDisposition(name)).toBe(header));

  it('works for half a character', () => {
    expect(contentDisposition('a\ud800.txt')).toBe(`attachment; filename="a_.txt"; filename*=UTF-8''a%EF%BF%BD.txt`);
  });

  it('is one harmless header, whatever the API suggests', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = contentDisposition(name);
        return (
          /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.!~*%-]*$/.test(header) && !/[/\\]/.test(header)
        );
      }),
    );
  });
});
