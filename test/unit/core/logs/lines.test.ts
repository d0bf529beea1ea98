import { describe, expect, it } from 'vitest';
import { createIntake, textOfMessage } from '../../../../main/core/logs/intake.ts';
import { knownBy, noneKnown } from '../../../../main/core/logs/known-lines.ts';
import { parseLine } from '../../../../main/core/logs/parse-line.ts';
import { createRing } from '../../../../main/core/logs/ring.ts';
import { inPieces, longestLine } from '../../../../main/core/logs/split-lines.ts';
import { createFakeClock } from '../../../doubles/core/fake-clock.ts';

const texts = (ring: ReturnType<typeof createRing>) => ring.lines().map(({ prefix, text }) => prefix + text);

function open(isKnown = noneKnown) {
  const ring = createRing();
  const clock = createFakeClock();
  let changes = 0;
  const intake = createIntake(ring, { clock, isKnown, onChange: () => (changes += 1) });
  return { ring, clock, intake, changes: () => changes };
}

describe('text that arrives in pieces', () => {
  it('becomes lines wherever it is cut', () => {
    const { ring, intake } = open();
    for (const piece of ['GET ', '/\r', '\nPOST /cart\n\nla', 'st\n']) intake.take(piece);
    expect(texts(ring)).toEqual(['GET /', 'POST /cart', '', 'last']);
  });

  it('keeps a character whole that is cut between two pieces', () => {
    const { ring, intake } = open();
    intake.take('launch \ud83d');
    intake.take('\ude80\n');
    expect(texts(ring)).toEqual(['launch 🚀']);
  });

  it('shows a line whose end does not come, after two seconds', async () => {
    const { ring, clock, intake, changes } = open();
    intake.take('Password: ');
    await clock.advance(1_900);
    expect([texts(ring), changes()]).toEqual([[], 0]);
    await clock.advance(200);
    expect([texts(ring), changes()]).toEqual([['Password: '], 1]);
  });

  it('goes on in the next line where it is too long for one', () => {
    const line = `${'x'.repeat(longestLine - 1)}🚀${'y'.repeat(10)}`;
    const pieces = inPieces(line);
    expect(pieces.join('')).toBe(line);
    expect(pieces.map((piece) => piece.isWellFormed())).toEqual([true, true]);
  });

  it('is taken even if it never has an end', () => {
    const { ring, intake } = open();
    for (let at = 0; at < 20; at += 1) intake.take('z'.repeat(10_000));
    intake.end();
    expect(texts(ring).join('')).toHaveLength(200_000);
    expect(Math.max(...texts(ring).map((line) => line.length))).toBe(longestLine);
  });
});

describe('a message of the socket', () => {
  it.each<[string, string]>([
    ['{"data":"web GET /\\n"}', 'web GET /\n'],
    ['{"data":""}', ''],
    ['{}', ''],
    ['{"data":{"a":1}}', '{"a":1}\n'],
    ['{"error":"no pod"}', '{"error":"no pod"}\n'],
    ['{"data":"cut', '{"data":"cut\n'],
    ['plain text', 'plain text\n'],
    ['[1]', '[1]\n'],
    ['null', 'null\n'],
  ])('%s is %j', (message, text) => {
    expect(textOfMessage(message)).toBe(text);
  });
});

describe('component and time', () => {
  const atMs = Date.UTC(2026, 10, 23, 14, 8, 11, 102);
  it.each<[string, ReturnType<typeof parseLine>]>([
    [
      'web 2026-11-23T14:08:11.102345678Z GET /',
      { who: 'web', atMs, prefix: 'web 2026-11-23T14:08:11.102345678Z ', text: 'GET /' },
    ],
    ['2026-11-23T14:08:11.102Z GET /', { who: null, atMs, prefix: '2026-11-23T14:08:11.102Z ', text: 'GET /' }],
    [
      'web 2026-11-23T15:08:11.102+01:00   at x',
      { who: 'web', atMs, prefix: 'web 2026-11-23T15:08:11.102+01:00 ', text: '  at x' },
    ],
    [
      '[web] [2026-11-23 14:08:11] built',
      { who: 'web', atMs: atMs - 102, prefix: '[web] [2026-11-23 14:08:11] ', text: 'built' },
    ],
    ['GET / 200', { who: null, atMs: null, prefix: '', text: 'GET / 200' }],
    ['web 2026-13-45T99:99:99Z GET /', { who: null, atMs: null, prefix: '', text: 'web 2026-13-45T99:99:99Z GET /' }],
    ['two words 2026-11-23T14:08:11Z', { who: null, atMs: null, prefix: '', text: 'two words 2026-11-23T14:08:11Z' }],
  ])('are read of %s', (line, parsed) => {
    expect(parseLine(line)).toEqual(parsed);
  });
});

describe('lines that come once more', () => {
  const at = (second: number, text: string, who = 'web') =>
    `${who} 2026-11-23T14:08:${String(second).padStart(2, '0')}Z ${text}\n`;
  const again = (first: readonly string[], second: readonly string[]) => {
    const before = open();
    for (const text of first) before.intake.take(text);
    const after = createIntake(before.ring, { clock: before.clock, isKnown: knownBy(before.ring.lines()), onChange: () => {} });
    for (const text of second) after.take(text);
    return texts(before.ring).map((line) => line.replace(/^\S+ \S+ /, ''));
  };

  it('are known by text and time, also those of another component in between', () => {
    const first = [at(1, 'a'), at(2, 'b'), at(3, 'c', 'api')];
    expect(again(first, [...first, at(3, 'd'), at(4, 'e', 'api')])).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are known by their time if they are older than all that is kept', () => {
    expect(again([at(5, 'kept')], [at(1, 'older'), at(5, 'kept'), at(6, 'new')])).toEqual(['kept', 'new']);
  });

  it('may be lines that were missed, which are taken', () => {
    expect(again([at(1, 'a'), at(4, 'd')], [at(1, 'a'), at(2, 'missed'), at(4, 'd')])).toEqual(['a', 'd', 'missed']);
  });

  it('without a time are known up to the first that is new', () => {
    expect(again(['fetch\n', 'build\n'], ['fetch\n', 'build\n', 'push\n', 'build\n'])).toEqual([
      'fetch',
      'build',
      'push',
      'build',
    ]);
  });
});

describe('the lines that are kept', () => {
  const line = (text: string) => parseLine(text);

  it('are the last ones, numbered without gaps', () => {
    const ring = createRing({ characters: 1_000_000, lines: 3 });
    for (let at = 1; at <= 5; at += 1) ring.add(line(`line ${at}`));
    expect([ring.first(), ring.newest(), ring.lines().map(({ seq, text }) => [seq, text])]).toEqual([
      3,
      5,
      [
        [3, 'line 3'],
        [4, 'line 4'],
        [5, 'line 5'],
      ],
    ]);
  });

  it('hold no more characters than allowed, whatever the lines are', () => {
    const ring = createRing({ characters: 10_000, lines: 100_000 });
    for (let at = 0; at < 5_000; at += 1) ring.add(line('x'.repeat(at % 200)));
    const characters = ring.lines().reduce((sum, { text }) => sum + text.length, 0);
    expect(characters).toBeLessThanOrEqual(10_000);
    expect(ring.newest()).toBe(5_000);
    expect(ring.lines()).toHaveLength(ring.newest() - ring.first() + 1);
  });

  it('are read after a number, so many at a time', () => {
    const ring = createRing({ characters: 1_000_000, lines: 10 });
    for (let at = 1; at <= 20; at += 1) ring.add(line(`line ${at}`));
    expect(ring.after(0, 2).map(({ seq }) => seq)).toEqual([11, 12]);
    expect(ring.after(18, 5).map(({ seq }) => seq)).toEqual([19, 20]);
    expect(ring.after(20, 5)).toEqual([]);
  });

  it('have one remark where two would follow each other', () => {
    const ring = createRing();
    ring.note('interrupted');
    ring.note('interrupted');
    ring.add(line('GET /'));
    ring.note('interrupted');
    expect(ring.lines().map(({ isNote }) => isNote)).toEqual([true, false, true]);
  });
});
