/**
 * Runs a built main entry over the stand-in as Electron would run it: `node test/standin/run.ts out/electron/index.js [args]`.
 * `launch.ts` starts it with a channel. Ready comes after the entry and its top-level awaits.
 */
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ChannelMessage, createChannel } from './ipc/channel.ts';
import { createRemotePages } from './pages/remote-pages.ts';
import { type StandinProfile, setProfile } from './profile.ts';

const standin = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standin, shortCircuit: true } : next(specifier, context),
});

const [entry = '', ...args] = process.argv.slice(2);
const profile = JSON.parse(process.env.BUOY_STANDIN ?? '{}') as Partial<StandinProfile>;
delete process.env.BUOY_STANDIN;

const pages = createRemotePages(() => channel);
setProfile({ ...profile, pages });
const { controls } = await import('./control.ts');
const { noteDefect } = await import('./world.ts');
const { app, ending } = await import('./app.ts');
const { limitAsPackaged } = await import('./packaged.ts');
const { openSession } = await import('./tray/tray-place.ts');
const { endUtilityProcesses } = await import('./ipc/utility-process.ts');

const channel = createChannel(
  (message) => void process.send?.(message, () => {}),
  (name, given) => {
    if (name === 'page') return pages.fromPage(given[0] as number, given[1] as string, given[2] as unknown[]);
    const control = controls[name as keyof typeof controls] as ((...args: unknown[]) => unknown) | undefined;
    if (control === undefined) throw new Error(`There is no control ${name}`);
    return control(...given);
  },
);
process.on('message', (message) => channel.receive(message as ChannelMessage));
process.on('disconnect', () => process.exit(1));

// Chromium treats these signals as a request to quit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());

// Electron shows a dialog for one and prints the other. Both are defects of the program.
process.on('uncaughtException', (error) => noteDefect(`Uncaught: ${error.stack ?? error.message}`));
process.on('unhandledRejection', (reason) =>
  noteDefect(`Unhandled rejection: ${reason instanceof Error ? reason.stack : String(reason)}`),
);

const leave = process.exit.bind(process);
ending.onExit = (code) => {
  endUtilityProcesses();
  void channel.call('ended', code, controls.defects()).finally(() => leave(code));
};

await openSession(process.env);
if (profile.platform !== undefined) Object.defineProperty(process, 'platform', { value: profile.platform });
// In a package, the program's own files are in this folder.
Object.defineProperty(process, 'resourcesPath', { value: resolve(entry, '../../../..') });
process.argv = [process.execPath, '.', ...args];
limitAsPackaged([resolve(entry, '../..'), resolve('assets')]);
try {
  await import(pathToFileURL(resolve(entry)).href);
} catch (error) {
  // Electron would show a dialog and live on half-started; whoever launched this need not wait.
  console.error(error);
  leave(1);
}
app.becomeReady();
await channel.call('started');
