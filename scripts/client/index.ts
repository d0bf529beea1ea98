/** Buoy's API client as one bundle, for scripts and measurements: `out/client/index.js`, made by `scripts/build`. */
export { openNodeApi } from './node-api.ts';
