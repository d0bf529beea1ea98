import { useState } from 'react';

/** The name that the thing with that key had when it was last there; '' if it never was. */
export const useLastName = (key: string, name: string | null): string => {
  const [last, setLast] = useState({ key, name: '' });
  if (name !== null && (last.key !== key || last.name !== name)) setLast({ key, name });
  return name ?? (last.key === key ? last.name : '');
};
