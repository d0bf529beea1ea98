import { type Ref, useImperativeHandle } from 'react';

/** Stands in for an element that is drawn elsewhere: what Radix draws floats at it and gives the focus back to it. */
export const Anchor = ({ element, ref }: { element: HTMLElement; ref?: Ref<HTMLElement> }) => {
  useImperativeHandle(ref, () => element, [element]);
  return null;
};
