import type { SystemCommand } from './run-command.ts';

/** The three systems' own tools, as programs with arguments that no shell reads. */

const powershell = (script: string): SystemCommand => ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', script];
const systemEvents = (deed: string): SystemCommand => ['osascript', '-e', `tell application "System Events" to ${deed}`];

/** Asks the window of a process to close, as its button does. Linux names windows otherwise, see `window-manager.ts`. */
export function closeCommand(platform: 'darwin' | 'win32', pid: number): SystemCommand {
  return platform === 'win32'
    ? powershell(`if (-not (Get-Process -Id ${pid}).CloseMainWindow()) { exit 1 }`)
    : systemEvents(`click button 1 of window 1 of (first process whose unix id is ${pid})`);
}

/** Succeeds where `closeCommand` may reach windows of other programs: macOS asks the person for that permission. */
export function mayCloseCommand(platform: 'darwin' | 'win32', pid: number): SystemCommand {
  return platform === 'win32'
    ? powershell(`Get-Process -Id ${pid}`)
    : systemEvents(`count windows of (first process whose unix id is ${pid})`);
}

export function screenCommand(platform: NodeJS.Platform, file: string): SystemCommand {
  if (platform === 'darwin') return ['screencapture', '-x', file];
  if (platform === 'win32') return powershell(windowsScreen(file));
  return ['import', '-window', 'root', file];
}

const windowsScreen = (file: string) =>
  [
    'Add-Type -AssemblyName System.Windows.Forms, System.Drawing',
    '$area = [System.Windows.Forms.SystemInformation]::VirtualScreen',
    '$picture = New-Object System.Drawing.Bitmap $area.Width, $area.Height',
    '[System.Drawing.Graphics]::FromImage($picture).CopyFromScreen($area.Location, [System.Drawing.Point]::Empty, $area.Size)',
    `$picture.Save('${file.replaceAll("'", "''")}', [System.Drawing.Imaging.ImageFormat]::Png)`,
  ].join('; ');

/** Prints how much memory a process has, see `memoryMb`. */
export function memoryCommand(platform: NodeJS.Platform, pid: number): SystemCommand {
  return platform === 'win32' ? powershell(`(Get-Process -Id ${pid}).WorkingSet64`) : ['ps', '-o', 'rss=', '-p', String(pid)];
}

/** What `memoryCommand` printed, in megabytes: Windows counts in bytes, the others in kilobytes. */
export const memoryMb = (platform: NodeJS.Platform, printed: string): number =>
  Number(printed.trim()) / (platform === 'win32' ? 1024 * 1024 : 1024);

/** Looks for a secret of Buoy in the system's keychain, without reading the secret itself, which may need permission. */
export function findSecretCommand(platform: 'darwin' | 'win32', account: string): SystemCommand {
  if (platform === 'win32') return ['cmdkey.exe', `/list:Buoy/${account}`];
  return ['security', 'find-generic-password', '-s', 'Buoy', '-a', account];
}

export function removeSecretCommand(platform: 'darwin' | 'win32', account: string): SystemCommand {
  if (platform === 'win32') return ['cmdkey.exe', `/delete:Buoy/${account}`];
  return ['security', 'delete-generic-password', '-s', 'Buoy', '-a', account];
}
