import { describe, expect, it } from 'vitest';
import { levelOf } from '../../../../renderer/readings/log-level.ts';

describe('how bad a line sounds', () => {
  it.each([
    'Error: connect ECONNREFUSED',
    'FATAL ERROR: Reached heap limit',
    '[error] upstream timed out',
    '{"level":"error","msg":"no"}',
    'level=error msg=no',
    'TypeError: x is undefined',
    'panic: runtime error',
    '    at main (src/main.ts:1:1)',
    'npm error code 1',
  ])('is an error: %s', (text) => {
    expect(levelOf(text)).toBe('error');
  });

  it.each(['warn slow query', '[WARNING] deprecated', '{"level":"warn"}'])('is a warning: %s', (text) => {
    expect(levelOf(text)).toBe('warn');
  });

  it.each([
    'GET /errors 200 in 3 ms',
    'GET /error.html 404',
    '0 errors found',
    'src/error/index.ts compiled',
    'terror and mirrors',
    'at 14:00 the report was sent',
    '',
  ])('is neither: %s', (text) => {
    expect(levelOf(text)).toBeNull();
  });
});
