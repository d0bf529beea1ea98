import fc from 'fast-check';

/**
 * The same draws in every run, so that a failure is there again when one looks for it. `BUOY_SEED=random npm run unit` draws
 * anew, and a number draws what another run drew.
 */
const wanted = process.env.BUOY_SEED;
if (wanted !== 'random') fc.configureGlobal({ seed: wanted === undefined ? 20_261_123 : Number(wanted) });
