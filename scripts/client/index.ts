/** Buoy's API client as one bundle, for scripts and measurements: `out/client/index.js`, made by `scripts/build/client.ts`. */
export { openNodeApi } from './node-api.ts';
