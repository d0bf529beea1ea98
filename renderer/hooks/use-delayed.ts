import { useEffect, useState } from 'react';

/** `true` once `isWanted` has held for `ms`: a wait that is short is never drawn. */
export const useDelayed = (isWanted: boolean, ms = 300): boolean => {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (!isWanted) return setDue(false);
    const timer = setTimeout(() => setDue(true), ms);
    return () => clearTimeout(timer);
  }, [isWanted, ms]);
  return isWanted && isDue;
};
