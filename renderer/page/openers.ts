import { createContext, use } from 'react';

/** What can be opened over the views. */
export interface Openers {
  palette: () => void;
  shortcuts: () => void;
}

export const OpenersContext = createContext<Openers>({ palette: () => {}, shortcuts: () => {} });

export const useOpenPalette = (): (() => void) => use(OpenersContext).palette;
export const useOpenShortcuts = (): (() => void) => use(OpenersContext).shortcuts;
