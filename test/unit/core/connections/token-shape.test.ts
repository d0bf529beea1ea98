import { describe, expect, it } from 'vitest';
import { checkTokenShape } from '../../../../main/core/connections/token-shape.ts';

const digits = '0123456789abcdef'.repeat(4);

describe('the shape of a pasted token', () => {
  it.each([[`dop_v1_${digits}`], [`doo_v1_${digits}`], [`  dop_v1_${digits}\n`]])(
    'accepts %j, without the space around it',
    (pasted) => {
      expect(checkTokenShape(pasted)).toEqual({ ok: true, value: pasted.trim() });
    },
  );

  it.each(['\u200b', '\ufeff', '\u00ad', '\u2060', ' \u200b\n'])('cuts off %j at either end', (mark) => {
    expect(checkTokenShape(`${mark}dop_v1_${digits}${mark}`)).toEqual({ ok: true, value: `dop_v1_${digits}` });
  });

  it.each([
    ['', 'There is no token'],
    ['   ', 'There is no token'],
    [`dor_v1_${digits}`, 'refresh token'],
    [`dop_v1_${digits.slice(0, 32)} ${digits.slice(32)}`, 'spaces'],
    [`dop_v1_\u200b${digits}`, 'an invisible character after dop_v1_…, at place 8'],
    [`d\u00adop_v1_${digits}`, 'an invisible character inside this token, at place 2'],
    ['ghp_abcdef', 'does not begin with dop_v1_'],
    [`dop_v1_${digits.slice(1)}`, 'has 70 characters'],
    [`dop_v1_${digits}0`, 'has 72 characters'],
    [`dop_v1_${'z'.repeat(64)}`, 'characters that no DigitalOcean token has'],
  ])('refuses %j and says %j', (pasted, part) => {
    const checked = checkTokenShape(pasted);
    expect(checked.ok).toBe(false);
    if (checked.ok) return;
    expect(checked.failure.message).toContain(part);
    expect(checked.failure.nextStep).toBeTruthy();
    expect(checked.failure).toMatchObject({ kind: 'invalid-arguments', field: 'token' });
  });

  it('never repeats the token in its failure', () => {
    const checked = checkTokenShape(`dop_v1_${digits}ffff`);
    expect(JSON.stringify(checked)).not.toContain(digits.slice(0, 8));
  });
});
