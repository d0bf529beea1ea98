// One measurement in a process of its own: node measured.mjs PEER MODE BASE_URL [COUNT]; prints one line of JSON.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const [peer = '', mode = '', baseUrl = '', count = '1000'] = process.argv.slice(2);
const token = `dop_v1_${'0'.repeat(64)}`;
const firstId = 3_164_000;

const startMs = performance.now();
const { open } = await import(`./peers/${peer}.mjs`);
const client = open({ baseUrl, token });
const importMs = performance.now() - startMs;
const cpuBefore = process.cpuUsage();
const beganMs = performance.now();
const delay = monitorEventLoopDelay({ resolution: 5 });
if (mode === 'list') delay.enable();

/** Linux counts the parent's peak memory as part of a child's usage, so the process's own figure is read where there is one. */
function peakMemoryMb() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

/** @type {Record<string, () => Promise<string>>} */
const modes = {
  async list() {
    const items = await client.listAll();
    const ids = new Set(items.map((/** @type {{ id: number }} */ item) => item.id));
    // After a shift the first droplet is gone. All others must be there.
    let missing = 0;
    for (let id = firstId + 1; id < firstId + 10_000; id += 1) if (!ids.has(id)) missing += 1;
    return missing === 0 && ids.size === items.length ? 'ok' : `wrong: ${missing} lost, ${items.length - ids.size} double`;
  },
  account: async () => ((await client.account())?.email === 'ops@example.com' ? 'ok' : 'wrong'),
  post: async () => ((await client.act())?.type === 'power_off' ? 'ok' : 'wrong'),
  async gets() {
    let next = 0;
    let wrong = 0;
    const work = async () => {
      while (next < Number(count)) {
        const id = firstId + next++;
        if ((await client.droplet(id))?.id !== id) wrong += 1;
      }
    };
    await Promise.all(Array.from({ length: 10 }, work));
    return wrong === 0 ? 'ok' : `wrong: ${wrong}`;
  },
  async burst() {
    const all = await Promise.allSettled(Array.from({ length: Number(count) }, (_, index) => client.droplet(firstId + index)));
    const lost = all.filter(({ status }) => status === 'rejected').length;
    return lost === 0 ? 'ok' : `lost ${lost}`;
  },
};

let result = '';
try {
  result = (await modes[mode]?.()) ?? `no mode ${mode}`;
} catch (error) {
  const { code, message } = /** @type {Error & { code?: string }} */ (error);
  result = `error ${code ?? ''} ${String(message).slice(0, 60)}`.trim();
}
const ms = performance.now() - beganMs;
delay.disable();
const cpu = process.cpuUsage(cpuBefore);
const figures = {
  ms,
  importMs,
  cpuMs: (cpu.user + cpu.system) / 1000,
  stallMs: delay.max / 1e6,
  rssMb: peakMemoryMb(),
};
process.stdout.write(`${JSON.stringify({ result, figures })}\n`);
await client.close();
process.exit(0);
