/** Entry of the web host: reads the command line, starts the host, and stops cleanly on a signal. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostWords } from '../core/words/host.ts';
import { webWords } from '../core/words/web.ts';
import { systemClock } from '../host/clock.ts';
import { configFolder } from '../host/config-folder.ts';
import { takeFolder } from '../host/folder-lock.ts';
import { createLog, logFile } from '../host/log.ts';
import { tidy } from '../host/private-folder.ts';
import { scrub } from '../host/scrub.ts';
import { logUnhandled } from '../host/unhandled.ts';
import { openBrowser } from './open-browser.ts';
import { readWebOptions, type WebOptions } from './options.ts';
import { startWebHost, type WebHost, type WebPlaces } from './web-host.ts';

/** A clean stop takes milliseconds. After this long the process ends anyway. */
const stopWithinMs = 1_000;

// Both the source and the bundle are two folders below the root.
const root = fileURLToPath(new URL('../../', import.meta.url));
const say = (line: string) => void process.stderr.write(`${line}\n`);

async function run(options: WebOptions): Promise<void> {
  const places: WebPlaces = {
    root,
    homeFolder: configFolder(),
    rendererFolder: join(root, 'out', 'renderer'),
    preloadFile: join(root, 'out', 'preload', 'browser.js'),
  };
  for (const path of [join(places.rendererFolder, 'index.html'), places.preloadFile]) {
    if (!existsSync(path)) return end(1, webWords.notBuilt(path));
  }
  const toFile = logFile(join(places.homeFolder, 'buoy.log'));
  const log = createLog(systemClock, (line) => {
    toFile(line);
    if (options.isVerbose) process.stderr.write(line);
  });
  logUnhandled(log);

  let host: WebHost | null = null;
  const taken = await takeFolder(places.homeFolder, {
    log,
    owner: () => ({ host: 'web', pid: process.pid, address: host?.address ?? null }),
    onAsked() {
      // Nobody hears when this address was used, so the file that leads there stays for its minute.
      const used = new Promise<void>(() => {});
      if (host && options.isBrowserOpened)
        openBrowser(host.address, { used, onFailure: () => log.warn(webWords.browserNotOpened) });
    },
  });
  if ('owner' in taken) {
    return end(1, `${hostWords.runsAlready}. ${hostWords.runsAlreadyDetail(taken.owner, places.homeFolder)}`);
  }
  const { lock } = taken;
  tidy(places.homeFolder);

  const stop = () => {
    lock.leave();
    setTimeout(() => process.exit(0), stopWithinMs).unref();
    (host?.stop() ?? Promise.resolve([])).then(
      (failures) => {
        if (failures.length > 0) say(`${hostWords.notAllWritten}\n${hostWords.notAllWrittenDetail(failures)}`);
        lock.release();
        process.exit(failures.length > 0 ? 1 : 0);
      },
      (error: unknown) => {
        log.warn(`Buoy did not stop cleanly: ${String(error)}`);
        process.exit(0);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  host = await startWebHost(options, places, log, stop);
  process.stdout.write(`${webWords.ready(host.startUrl)}\n`);
  if (options.isBrowserOpened)
    openBrowser(host.startUrl, { used: host.whenOpened, onFailure: () => say(webWords.browserNotOpened) });
}

function end(exitCode: number, line: string): void {
  say(line);
  process.exitCode = exitCode;
}

const options = readWebOptions(process.argv.slice(2));
if (options === 'help') process.stdout.write(`${webWords.usage}\n`);
else if ('problem' in options) end(2, options.problem);
else {
  run(options).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    say(
      isTaken
        ? webWords.portTaken(options.port)
        : webWords.notStarted(scrub(error instanceof Error ? error.message : String(error))),
    );
    process.exit(1);
  });
}
