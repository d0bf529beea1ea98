import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MiddleCut } from '../../../../../renderer/components/status/middle-cut.tsx';

const partsOf = (text: string) => {
  const { container } = render(<MiddleCut text={text} />);
  expect(container.querySelector('[title]')?.getAttribute('title')).toBe(text);
  return [...container.querySelectorAll('span')].filter(({ children }) => children.length === 0).map((span) => span.textContent);
};

describe('MiddleCut', () => {
  it('keeps the end of a long name, which tells it from others', () => {
    expect(partsOf('preview-with-a-very-long-name-eu-2')).toEqual(['preview-with-a-very-long-n', 'ame-eu-2']);
  });

  it('does not split a short name', () => {
    expect(partsOf('web-01')).toEqual(['web-01']);
  });

  it.each(['🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢', 'מרכז הנמל הגדול של העיר חיפה'])(
    'does not split %s, of which a part might be no character',
    (name) => {
      expect(partsOf(name)).toEqual([name]);
    },
  );
});
