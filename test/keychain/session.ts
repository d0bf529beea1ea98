import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Why the keychain tests cannot run here; `null`: they can. */
export function whyNoKeyring(): string | null {
  if (process.platform !== 'linux') return 'the secret service is for Linux; this system has its own keychain';
  return whyMissing(['dbus-daemon', 'gnome-keyring-daemon', 'secret-tool', 'dbus-send']);
}

/** Why there is no bus of the system's own for tests here; `null`: there is. */
export function whyNoBus(): string | null {
  return process.platform === 'linux' ? whyMissing(['dbus-daemon']) : 'the session bus is for Linux';
}

function whyMissing(programs: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  return missing.length === 0 ? null : `${missing.join(', ')} is not installed`;
}

/** Like the system's own session bus, but it starts services by itself from that folder alone. */
const busConfiguration = (
  address: string,
  serviceFolder: string | null,
) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  ${serviceFolder === null ? '' : `<servicedir>${serviceFolder}</servicedir>`}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** A D-Bus session of its own, with its own home: nothing that belongs to the person is read or written. */
export class PrivateSession {
  readonly folder = mkdtempSync(join(tmpdir(), 'buoy-keyring-'));
  readonly socketPath = join(this.folder, 'bus');
  readonly env: NodeJS.ProcessEnv;
  #children: ChildProcess[] = [];

  constructor() {
    const runtime = join(this.folder, 'runtime');
    mkdirSync(runtime, { mode: 0o700 });
    // No display, so anything that can only be unlocked by asking stays locked.
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
    this.env = {
      ...inherited,
      HOME: this.folder,
      XDG_DATA_HOME: join(this.folder, 'data'),
      XDG_CONFIG_HOME: join(this.folder, 'config'),
      XDG_RUNTIME_DIR: runtime,
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${this.socketPath}`,
    };
  }

  /** `serviceFolder` holds the files of services that the bus may start. */
  async startBus(serviceFolder: string | null = null): Promise<void> {
    const configuration = join(this.folder, 'bus.conf');
    writeFileSync(configuration, busConfiguration(`unix:path=${this.socketPath}`, serviceFolder));
    this.#run('dbus-daemon', ['--nofork', '--nopidfile', `--config-file=${configuration}`]);
    // The socket is there a moment before anybody listens.
    await until(() => existsSync(this.socketPath) && this.#isBusThere());
  }

  /**
   * Starts the keyring. With a password the login keyring is unlocked, and created if there is none. With `null` it stays as
   * it is.
   */
  async startKeyring(password: string | null): Promise<void> {
    const keyring = this.#run('gnome-keyring-daemon', [
      '--foreground',
      '--components=secrets',
      `--control-directory=${join(this.folder, 'control')}`,
      ...(password === null ? [] : ['--unlock']),
    ]);
    if (password !== null) keyring.stdin?.end(password);
    await until(() => this.#call('org.freedesktop.DBus.Peer.Ping') === 0);
  }

  async stopKeyring(): Promise<void> {
    await this.#stop(this.#children.pop());
    // The bus learns of it a moment later.
    await until(() => this.#call('org.freedesktop.DBus.Peer.Ping') !== 0);
  }

  /** Whether the session's keyring holds that entry, as another program sees it. */
  holds(service: string, account: string): boolean {
    const { stdout } = spawnSync('secret-tool', ['lookup', 'service', service, 'account', account], { env: this.env });
    return stdout.length > 0;
  }

  /** Every secret of that service, as another program sees them. */
  secrets(service: string): string[] {
    const args = ['search', '--all', 'service', service];
    const { stdout } = spawnSync('secret-tool', args, { env: this.env, encoding: 'utf8' });
    return [...stdout.matchAll(/^secret = (.*)$/gm)].map(([, secret]) => secret ?? '');
  }

  async end(): Promise<void> {
    for (const child of this.#children.reverse()) await this.#stop(child);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #run(program: string, args: string[]): ChildProcess {
    const child = spawn(program, args, { env: this.env, stdio: ['pipe', 'ignore', 'ignore'] });
    this.#children.push(child);
    return child;
  }

  async #stop(child: ChildProcess | undefined): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill();
    await closed;
  }

  #isBusThere(): boolean {
    const args = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.Peer.Ping'];
    return spawnSync('dbus-send', args, { env: this.env }).status === 0;
  }

  /** Exit code of a request to the owner of the secret service's name. It does not start a service. */
  #call(method: string): number | null {
    const args = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets', method];
    return spawnSync('dbus-send', args, { env: this.env }).status;
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries += 1) {
    if (tries > 200) throw new Error('The session did not get ready');
    await wait(25);
  }
}
