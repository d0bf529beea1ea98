import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOperation } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { readStream } from '../../../../../preload/contract/stream-words.ts';
import type { Json } from '../../../../../renderer/forms/json/json.ts';
import { cellText, tableOf } from '../../../../../renderer/screens/operations/answer/answer-table.ts';
import { foldedAtFirst, jsonLines } from '../../../../../renderer/screens/operations/answer/json-lines.ts';
import { highlight } from '../../../../../renderer/screens/operations/code/highlight.ts';

describe('jsonLines', () => {
  it('shows the whole value when unfolded', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        const text = jsonLines(json, new Set())
          .map((line) => `${line.name === null ? '' : `${JSON.stringify(line.name)}:`}${line.text}${line.hasComma ? ',' : ''}`)
          .join('\n');
        expect(JSON.parse(text)).toEqual(json);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('folds a part into one line that counts its contents', () => {
    const lines = jsonLines({ droplet: { id: 1, tags: ['a'] } }, new Set(['/droplet']));
    expect(lines.map(({ kind, text, count }) => [kind, text, count])).toEqual([
      ['open', '{', 1],
      ['folded', '{…}', 2],
      ['close', '}', 1],
    ]);
  });

  it('gives every line an id of its own, even for names with slashes', () => {
    const ids = jsonLines({ 'a/b': [1], a: { b: [2] } }, new Set()).map((line) => line.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('folds the deeper levels of a large answer at first, and nothing in a small one', () => {
    const row = { id: 1, networks: { v4: [{ ip_address: '203.0.113.7' }] } };
    expect(foldedAtFirst({ droplets: [row] }).size).toBe(0);
    const large: Json = { droplets: Array.from({ length: 200 }, () => row) };
    expect(jsonLines(large, foldedAtFirst(large)).length).toBeLessThan(900);
  });
});

describe('tableOf', () => {
  it('shows the collection of a listing, with what people look for first', async () => {
    const { operation } = await findOperation('droplets_list');
    const table = tableOf(operation, {
      droplets: [
        {
          memory: 1024,
          name: 'web-01',
          id: 7,
          region: { slug: 'fra1', name: 'Frankfurt 1' },
          networks: { v4: [] },
          tags: ['a', 'b'],
        },
      ],
      meta: { total: 3 },
    });
    expect(table).toMatchObject({ columns: ['id', 'name', 'region', 'memory', 'tags'], total: 3 });
    expect(cellText(table?.rows[0]?.region)).toBe('fra1');
    expect(cellText(table?.rows[0]?.tags)).toBe('a, b');
  });

  it('is empty for a single thing or an empty list', async () => {
    const { operation } = await findOperation('droplets_get');
    expect(tableOf(operation, { droplet: { id: 1 } })).toBeNull();
    const list = await findOperation('droplets_list');
    expect(tableOf(list.operation, { droplets: [] })).toBeNull();
  });
});

describe('highlight', () => {
  it('changes no text', () => {
    const code = fc.array(fc.constantFrom('{', '"', '\\"', 'name', '": ', '12.5', 'true', "'", '\n', ' -d ', '-'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(code, (parts) => {
        const text = parts.join('');
        expect(
          highlight(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('distinguishes names from texts', () => {
    expect(highlight('{"a": "b", "n": 1, "t": true}').filter(({ tone }) => tone !== 'plain')).toEqual([
      { text: '"a"', tone: 'name' },
      { text: '"b"', tone: 'text' },
      { text: '"n"', tone: 'name' },
      { text: '1', tone: 'number' },
      { text: '"t"', tone: 'name' },
      { text: 'true', tone: 'word' },
    ]);
  });
});

describe('readStream', () => {
  it('joins the words of all three kinds of streams', () => {
    const chat =
      'data: {"choices":[{"delta":{"content":"Hel"}}]}\n\ndata: {"choices":[{"delta":{"content":"lo"}}]}\n\ndata: [DONE]\n\n';
    expect(readStream(chat)).toEqual({ words: 'Hello', events: 3 });
    expect(readStream('event: content_block_delta\ndata: {"delta":{"text":"Hi"}}\n\n').words).toBe('Hi');
    expect(readStream('data: {"type":"response.output_text.delta","delta":"Yo"}\r\n\r\n').words).toBe('Yo');
  });

  it('waits for the rest of an incomplete event', () => {
    expect(readStream('data: {"choices":[{"delta":{"con').words).toBe('');
  });
});
