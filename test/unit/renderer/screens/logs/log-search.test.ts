import { describe, expect, it } from 'vitest';
import { hitAfter, hitsIn, textOfLines } from '../../../../../renderer/screens/logs/log-search.ts';
import { betweenSeqs, stepRange } from '../../../../../renderer/screens/logs/log-selection.ts';
import { logLine } from '../../../../doubles/invented/invented-logs.ts';

const lines = ['GET /', 'Error: no', 'GET /cart', 'an ERROR again', 'GET /'].map((text, index) => logLine(index + 1, text));
const seqs = (query: string) => hitsIn(lines, query).map(({ seq }) => seq);

describe('a search in a log', () => {
  it('finds a text in any case, signs as they are, and the component', () => {
    expect([seqs('error'), seqs('.'), seqs('/cart'), seqs('web get'), seqs('')]).toEqual([[2, 4], [], [3], [1, 3, 5], []]);
  });

  it('finds no remark of Buoy’s own', () => {
    expect(hitsIn([logLine(1, 'error', { isNote: true })], 'error')).toEqual([]);
  });

  it('begins at the newest hit, and goes on at the other end', () => {
    const hits = hitsIn(lines, 'error');
    expect(hitAfter(hits, null, 1)).toBe(1);
    expect([hitAfter(hits, 4, 1), hitAfter(hits, 4, -1), hitAfter(hits, 2, -1)]).toEqual([0, 0, 1]);
    expect(hitAfter([], null, 1)).toBeNull();
  });

  it('goes on from where a hit stood that was dropped', () => {
    const hits = [logLine(10, 'error'), logLine(20, 'error')];
    expect([hitAfter(hits, 5, 1), hitAfter(hits, 15, 1), hitAfter(hits, 15, -1), hitAfter(hits, 25, 1)]).toEqual([0, 1, 0, 0]);
  });
});

describe('lines that are copied', () => {
  it('are as they came, without remarks', () => {
    const shown = [logLine(1, 'one'), logLine(2, 'interrupted', { isNote: true }), logLine(3, 'two')];
    expect(textOfLines(shown, 1_000)).toEqual({
      text: `web 2026-11-23T14:00:01.000Z one\nweb 2026-11-23T14:00:03.000Z two\n`,
      count: 2,
    });
  });

  it('are the last ones if not all fit', () => {
    expect(textOfLines(lines, 80).count).toBe(2);
  });
});

describe('lines that are selected with the keyboard', () => {
  it('begin at a line and grow in either direction, to the ends and no further', () => {
    const first = stepRange(lines, null, -1, 4);
    expect(first).toEqual({ anchor: 4, head: 4 });
    const up = stepRange(lines, stepRange(lines, first, -1, 0), -1, 0);
    expect(betweenSeqs(lines, up ?? { anchor: 0, head: 0 }).map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect(stepRange(lines, { anchor: 4, head: 5 }, 1, 0)).toEqual({ anchor: 4, head: 5 });
    expect(stepRange([], null, 1, 0)).toBeNull();
  });
});
