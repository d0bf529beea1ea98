/** The simulated DigitalOcean as a program of its own; see `usage`. Ends on SIGINT and SIGTERM. */
import { parseArgs } from 'node:util';
import { startDemo } from './server.ts';

const usage = `node main/demo/command.ts [--port N] [--droplets N] [--seed N] [--latency MS] [--speed FACTOR]
  [--minute N] [--minute-window MS] [--hour N] [--hour-window MS] [--error-rate SHARE] [--lively]
Prints one line of JSON once it listens: {"listening", "pid", "tokens": [{"label", "token"}]}.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const names = [
  'port',
  'droplets',
  'seed',
  'latency',
  'speed',
  'minute',
  'minute-window',
  'hour',
  'hour-window',
  'error-rate',
] as const;

function readArguments() {
  const options: Record<string, typeof text | typeof flag> = { lively: flag, help: flag };
  for (const name of names) options[name] = text;
  const { values } = parseArgs({ options });
  const numbers = new Map<string, number>();
  for (const name of names) {
    const given = values[name];
    if (given === undefined) continue;
    const value = Number(given);
    if (typeof given !== 'string' || given.trim() === '' || !Number.isFinite(value) || value < 0)
      throw new Error(`--${name} needs a number, not ${given}`);
    numbers.set(name, value);
  }
  return { numbers, isLively: values.lively === true, isHelp: values.help === true };
}

async function run(): Promise<void> {
  const { numbers, isLively, isHelp } = readArguments();
  if (isHelp) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const given = <Name extends string>(name: Name, flagName: string) => {
    const value = numbers.get(flagName);
    return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: number };
  };
  const demo = await startDemo({
    isLively,
    ...given('port', 'port'),
    ...given('droplets', 'droplets'),
    ...given('seed', 'seed'),
    ...given('latencyMs', 'latency'),
    ...given('speed', 'speed'),
    ...given('actionErrorRate', 'error-rate'),
    limits: {
      ...given('minute', 'minute'),
      ...given('minuteWindowMs', 'minute-window'),
      ...given('hour', 'hour'),
      ...given('hourWindowMs', 'hour-window'),
    },
  });
  const stop = () => void demo.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Last, because whoever reads the line may end this at once.
  process.stdout.write(`${JSON.stringify({ listening: demo.baseUrl, pid: process.pid, tokens: demo.tokens })}\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`);
  process.exitCode = 2;
});
