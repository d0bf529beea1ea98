/**
 * The one entry for every script of package.json: makes sure that everything the task needs is installed, then runs the task
 * with Node 24. Plain JavaScript without dependencies, because it runs before anything is installed, on any Node from 20.
 *
 *     node scripts/setup.mjs <task> [arguments passed through]
 */

import { ensureNode } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runTask } from './setup/run.mjs';
import { say } from './setup/say.mjs';
import { tasks } from './setup/tasks.mjs';

const [name = 'demo', ...rest] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  say(`There is no task "${name}". Known: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}

try {
  ensurePackages();
  const node = ensureNode();
  const environment = task.prepare ? task.prepare(rest) : {};
  process.exitCode = await runTask(node, [...task.command, ...rest], environment);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
