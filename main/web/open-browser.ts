import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { startFileMs, startFolder, writeStartFile } from './start-file.ts';

/** The system's own opener, with the address as one argument. No shell ever reads it. */
export function browserCommand(url: string, platform: NodeJS.Platform): [program: string, ...args: string[]] {
  if (platform === 'darwin') return ['open', url];
  // `start` is a shell's command, and the shell would interpret the address.
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

export interface OpenOptions {
  /** Resolves when a page has used the address. Then the file that led there goes, else after a minute or with the process. */
  used: Promise<void>;
  /** Called at most once, when nothing opened. */
  onFailure(): void;
  platform?: NodeJS.Platform;
  /** Where the file that leads to the address is written. */
  folder?: string;
}

/** Opens the person's browser by a file that leads to the address. The browser goes on after Buoy ends. */
export function openBrowser(
  url: string,
  { used, onFailure, platform = process.platform, folder = startFolder(platform) }: OpenOptions,
): void {
  let file: ReturnType<typeof writeStartFile>;
  try {
    file = writeStartFile(url, folder);
  } catch {
    // Never by the address itself: every user of the machine can read what programs were started with.
    onFailure();
    return;
  }
  process.once('exit', file.remove);
  setTimeout(file.remove, startFileMs).unref();
  void used.then(file.remove);

  const [program, ...args] = browserCommand(pathToFileURL(file.path).href, platform);
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
