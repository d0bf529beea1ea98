import { buildAll } from './build.ts';

try {
  const { made } = await buildAll();
  for (const { name, durationMs } of made) console.log(`Built ${name} in ${(durationMs / 1000).toFixed(1)} s.`);
  if (made.length === 0) console.log('Everything is built.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
