// Buoy's own client, as a bundle.
import * as client from '../buoy-client.mjs';

/** @param {{ baseUrl: string, token: string }} options */
export const open = (options) => ({
  listAll: () => client.listAllDroplets(options),
  account: () => client.getAccount(options),
  /** @param {number} id */
  droplet: (id) => client.getDroplet({ ...options, id }),
  act: () => client.dropletAction({ ...options, id: 3_164_000, type: 'power_off' }),
  close: client.close,
});
