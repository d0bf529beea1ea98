import { readProfile } from './profile.ts';

/** The one machine that all parts of the stand-in share, as Electron's parts share a process. */
export const world = {
  profile: readProfile(),
  phase: 'starting' as 'starting' | 'ready' | 'ended',
  /** What should not have happened: each fails the test. */
  defects: [] as string[],
};

/** Notes something that Electron would only print, or swallow, and that is a defect all the same. */
export function noteDefect(what: string): void {
  world.defects.push(what);
}

export function needReady(message: string, ErrorType: new (message: string) => Error = Error): void {
  if (world.phase === 'starting') throw new ErrorType(message);
}

export function needNotReady(message: string): void {
  if (world.phase !== 'starting') throw new Error(message);
}
