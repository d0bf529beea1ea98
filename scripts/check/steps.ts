/** One check: a name for the report, and the program of a package that does it. */
export interface CheckStep {
  name: string;
  /** The package's own JavaScript entry, so that no system needs a shell. */
  program: string;
  args: readonly string[];
}

const tsc = 'typescript/bin/tsc';
const knip = 'knip/bin/knip.js';

/** Each folder is a project of its own, so that its code can only use what exists where it runs. */
const typeProjects = ['.', 'preload/contract', 'main/core', 'main', 'preload', 'renderer', 'scripts', 'test'];

/** @param isWriting whether lint fixes what it can */
export const checkSteps = ({ isWriting = false } = {}): readonly CheckStep[] => [
  ...typeProjects.map((folder) => ({
    name: `types of ${folder === '.' ? 'the configuration' : folder}`,
    program: tsc,
    args: ['--noEmit', '--pretty', '-p', folder],
  })),
  {
    name: 'lint and format',
    program: '@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '--colors=force', ...(isWriting ? ['--write'] : [])],
  },
  { name: 'nothing unused', program: knip, args: ['--no-progress'] },
  // In knip.json, entries marked with `!` run outside of tests and measurements.
  { name: 'nothing that only tests use', program: knip, args: ['--no-progress', '--production'] },
];
