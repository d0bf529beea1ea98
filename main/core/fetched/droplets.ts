import { z } from 'zod';
import { dropletRowSchema } from '../../../preload/contract/view.ts';
import { type Droplet, listDroplets } from '../digitalocean/resources/droplets.ts';
import { type Definition, pagesOf, savedAs } from './definition.ts';

/** Droplets by id, in the API's order. */
export type Droplets = ReadonlyMap<number, Droplet>;

/** The row's facts of the droplet itself, without what Buoy adds to them. */
const schema = dropletRowSchema.omit({
  key: true,
  connectionId: true,
  condition: true,
  conditionText: true,
  downSinceMs: true,
  isPinned: true,
  actionKey: true,
});

/** Every droplet of the team: one request per 200. */
export const droplets: Definition<Droplets, readonly Droplet[]> & { fold: 'in-reducer' } = {
  empty: new Map(),
  fold: 'in-reducer',
  // One a minute for a team of up to 200; larger teams are read as often as the rest of the share allows.
  sharePerHour: 550,
  intervalMs: (chosenMs) => chosenMs,
  requests: (held) => pagesOf(held.size),
  async read({ api, options }) {
    const outcome = await listDroplets(api, options);
    return { outcome, cost: outcome.ok ? pagesOf(outcome.value.length) : 1 };
  },
  saved: savedAs(z.array(schema), {
    write: (held) => [...held.values()],
    read: (saved) => new Map(saved.map((droplet) => [droplet.id, droplet])),
  }),
  wakesPollers: false,
  bearsNews: true,
};
