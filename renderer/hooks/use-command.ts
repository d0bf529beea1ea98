import { useCallback, useState } from 'react';
import type { Command } from '../../preload/contract/command.ts';
import type { CommandEnd, RunOptions } from '../page/command-runner.ts';
import { usePage } from '../page/page.ts';

/** Runs commands, with their questions and results. `isBusy` is `true` while a command of this component runs. */
export const useCommand = (): { run: (command: Command, options?: RunOptions) => Promise<CommandEnd>; isBusy: boolean } => {
  const { commands } = usePage();
  const [running, setRunning] = useState(0);
  const run = useCallback(
    async (command: Command, options?: RunOptions) => {
      setRunning((count) => count + 1);
      const end = await commands.run(command, options);
      setRunning((count) => count - 1);
      return end;
    },
    [commands],
  );
  return { run, isBusy: running > 0 };
};
