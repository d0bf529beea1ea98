import { readProfile } from './profile.ts';

/** The machine that all parts of the stand-in share, as Electron's parts share a process. */
export const world = {
  profile: readProfile(),
  phase: 'starting' as 'starting' | 'ready' | 'ended',
  /** Things that should not have happened. Each fails the test. */
  defects: [] as string[],
};

/** Records something that Electron would only print or hide, but that is a defect all the same. */
export function noteDefect(what: string): void {
  world.defects.push(what);
}

export function needReady(message: string, ErrorType: new (message: string) => Error = Error): void {
  if (world.phase === 'starting') throw new ErrorType(message);
}

export function needNotReady(message: string): void {
  if (world.phase !== 'starting') throw new Error(message);
}
