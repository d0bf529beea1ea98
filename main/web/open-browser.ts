import { spawn } from 'node:child_process';

/** The system's own opener, with the address as one argument. No shell ever reads it. */
export function browserCommand(url: string, platform: NodeJS.Platform): [program: string, ...args: string[]] {
  if (platform === 'darwin') return ['open', url];
  // `start` is a shell's command, and the shell would interpret the address.
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

/** Opens the person's browser. `onFailure` is called at most once, when nothing opened. The browser goes on after Buoy ends. */
export function openBrowser(url: string, onFailure: () => void, platform: NodeJS.Platform = process.platform): void {
  const [program, ...args] = browserCommand(url, platform);
  const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true });
  let isReported = false;
  const report = () => {
    if (!isReported) onFailure();
    isReported = true;
  };
  child.once('error', report);
  child.once('exit', (code) => {
    if (code !== 0 && code !== null) report();
  });
  child.unref();
}
