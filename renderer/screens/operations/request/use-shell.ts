import { useRemembered } from '../../../hooks/use-remembered.ts';
import { type Shell, shells } from './shells.ts';

/** The shell that commands are written for, as chosen last; at first the usual one of the system. */
export const useShell = (platform: string): [Shell, (shell: Shell) => void] =>
  useRemembered<Shell>({
    name: 'shell',
    initial: platform === 'win32' ? 'powershell' : 'sh',
    parse: (text) => shells.find((one) => one === text) ?? null,
    format: String,
  });
