import { BuildError, type BuildResult, buildAll } from '../build/build.ts';

/**
 * Builds what changed; what is wrong is said, and the next change tries again.
 * @returns names of the parts that were made
 */
export async function rebuild(): Promise<string[]> {
  const { made } = await buildAll().catch(sayWhy);
  if (made.length > 0)
    console.log(`Built ${made.map(({ name, durationMs }) => `${name} (${Math.round(durationMs)} ms)`).join(', ')}.`);
  return made.map(({ name }) => name);
}

function sayWhy(error: unknown): BuildResult {
  console.error(error instanceof Error ? error.message : error);
  return { made: error instanceof BuildError ? error.made : [] };
}
