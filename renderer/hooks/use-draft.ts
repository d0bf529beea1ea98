import { useEffect, useRef } from 'react';
import { usePage } from '../page/page.ts';

/** Says that this form holds something that was typed and not sent, until it does not or is no longer drawn. */
export const useDraft = (isHeld: boolean): void => {
  const { drafts } = usePage();
  const owner = useRef({}).current;
  useEffect(() => {
    drafts.set(owner, isHeld);
    return () => drafts.set(owner, false);
  }, [drafts, owner, isHeld]);
};
