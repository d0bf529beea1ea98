/** Buoy's API client as one bundle for scripts and measurements. `scripts/build` makes it: `out/client/index.js`. */
export { openNodeApi } from './node-api.ts';
