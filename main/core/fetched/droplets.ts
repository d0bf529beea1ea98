import { dropletRowSchema } from '../../../preload/contract/view.ts';
import { type Droplet, listDroplets } from '../digitalocean/resources/droplets.ts';
import { rowsOf } from '../understood.ts';
import { type Definition, pagesOf, savedAs } from './definition.ts';

/** Droplets by id, in the API's order. */
export type Droplets = ReadonlyMap<number, Droplet>;

/** The droplet's own fields of a row, without those that Buoy adds. */
const schema = dropletRowSchema.omit({
  key: true,
  connectionId: true,
  condition: true,
  conditionText: true,
  downSinceMs: true,
  isPinned: true,
  actionKey: true,
  reservedIps: true,
});

/** Every droplet of the team: one request per 200. */
export const droplets: Definition<Droplets, readonly Droplet[]> & { fold: 'in-reducer' } = {
  empty: new Map(),
  fold: 'in-reducer',
  // 60 an hour for a team of up to 200. Larger teams are read as often as the share allows: 10,000 droplets are 50 requests,
  // so about every six minutes.
  sharePerHour: 500,
  intervalMs: (chosenMs) => chosenMs,
  requests: (held) => pagesOf(held.size),
  async read({ api, options }) {
    const outcome = await listDroplets(api, options);
    return { outcome, cost: outcome.ok ? pagesOf(outcome.value.length) : 1 };
  },
  saved: savedAs(rowsOf(schema), {
    write: (held) => [...held.values()],
    read: (saved) => new Map(saved.map((droplet) => [droplet.id, droplet])),
  }),
  wakesPollers: false,
  bearsNews: true,
};
