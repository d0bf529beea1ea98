import type { About } from '../../../renderer/families/panels/panel.ts';

/** What the description of a panel sees of a thing of which nothing is known. */
export const emptyAbout: About = {
  item: {},
  connectionId: 'c1',
  id: 'x',
  nowMs: 0,
  read: () => [],
  known: () => null,
  droplets: [],
  attention: [],
  policies: [],
};
