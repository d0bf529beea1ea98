import { useEffect, useState } from 'react';

/** `true` once `isWanted` has been `true` for `ms` milliseconds, so that nothing appears for a short wait. */
export const useDelayed = (isWanted: boolean, ms = 300): boolean => {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (!isWanted) return setDue(false);
    const timer = setTimeout(() => setDue(true), ms);
    return () => clearTimeout(timer);
  }, [isWanted, ms]);
  return isWanted && isDue;
};
