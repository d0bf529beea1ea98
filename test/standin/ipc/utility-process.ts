import { type ChildProcess, fork } from 'node:child_process';
import { isAbsolute } from 'node:path';
import type { ForkOptions, UtilityProcess } from 'electron';
import { needKnownOptions, needType, StrictEmitter, strictModule } from '../strict.ts';
import { needReady, world } from '../world.ts';
import { cloneForIpc } from './cloning.ts';

/** Taken before `packaged.ts` refuses it to the program. */
const forkNode = fork;
const options = ['env', 'execArgv', 'cwd', 'stdio', 'serviceName', 'allowLoadingUnsignedLibraries'];
const parentPort = new URL('./parent-port.ts', import.meta.url).href;

/** A real Node process that finds its parent as Electron's utility processes do. */
class StandinUtilityProcess extends StrictEmitter implements Pick<UtilityProcess, 'postMessage' | 'kill' | 'pid'> {
  readonly #child: ChildProcess;
  #hasExited = false;
  /** Undefined until `spawn`. */
  pid: number | undefined;

  constructor(modulePath: string, args: string[]) {
    super('UtilityProcess', ['spawn', 'message', 'exit', 'error']);
    this.#child = forkNode(modulePath, args, {
      execArgv: ['--import', parentPort],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.once('spawn', () => {
      this.pid = this.#child.pid;
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code) => {
      this.#hasExited = true;
      this.pid = undefined;
      this.emit('exit', code ?? 1);
    });
  }

  postMessage(message: unknown): void {
    if (!this.#hasExited) this.#child.send(cloneForIpc(message) as object, () => {});
  }

  kill(): boolean {
    return !this.#hasExited && this.#child.kill('SIGKILL');
  }
}

const running = new Set<StandinUtilityProcess>();

export const utilityProcess = strictModule('utilityProcess', {
  fork(modulePath: string, args: string[] = [], given: ForkOptions = {}): StandinUtilityProcess {
    needReady('utilityProcess cannot be created before app is ready', TypeError);
    needType(0, modulePath, 'string');
    if (!isAbsolute(modulePath)) throw new Error('stand-in: give utilityProcess.fork an absolute path');
    needKnownOptions('utilityProcess', given, options);
    if (given.allowLoadingUnsignedLibraries !== undefined && world.profile.platform !== 'darwin') {
      throw new Error('stand-in: allowLoadingUnsignedLibraries means nothing off macOS');
    }
    const child = new StandinUtilityProcess(modulePath, args);
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  },
});

/** They end with the program. */
export function endUtilityProcesses(): void {
  for (const child of running) child.kill();
}
