import fc from 'fast-check';

/**
 * Every run uses the same random values, so that a failure can be repeated. `BUOY_SEED=random npm run unit` uses new ones, and
 * a number repeats another run.
 */
const wanted = process.env.BUOY_SEED;
if (wanted !== 'random') fc.configureGlobal({ seed: wanted === undefined ? 20_261_123 : Number(wanted) });
