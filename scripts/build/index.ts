import { build } from './build.ts';

try {
  const tookMs = await build();
  console.log(tookMs === null ? 'Everything is built.' : `Built in ${(tookMs / 1000).toFixed(1)} s.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
