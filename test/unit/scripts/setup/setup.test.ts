import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import manifest from '../../../../package.json' with { type: 'json' };
import { findBrowser, installedPaths } from '../../../../scripts/setup/browser.mjs';
import { root } from '../../../../scripts/setup/folders.mjs';
import { tasks } from '../../../../scripts/setup/tasks.mjs';
import { temporaryFolder } from '../../../doubles/temporary-folder.ts';

const folder = temporaryFolder();

describe('setup.mjs', () => {
  const setup = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/setup.mjs', ...args], { cwd: root, encoding: 'utf8' });

  it('lists the tasks if an unknown one is asked for', () => {
    const { status, stderr, stdout } = setup('fly');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('There is no task "fly". Known: demo, start,');
  });

  it('knows every task that package.json names', () => {
    const named = Object.values(manifest.scripts).map((script) => /^node scripts\/setup\.mjs ([a-z:0-9]+)/.exec(script)?.[1]);
    expect(named.filter((name) => name === undefined || !(name in tasks))).toEqual([]);
  });
});

describe('findBrowser', () => {
  it('takes the one that BUOY_BROWSER names, and none if that does not exist', () => {
    const browser = resolve(folder, 'chromium');
    writeFileSync(browser, '');
    const before = process.env.BUOY_BROWSER;
    process.env.BUOY_BROWSER = browser;
    const named = findBrowser();
    process.env.BUOY_BROWSER = resolve(folder, 'gone');
    const gone = findBrowser();
    if (before === undefined) delete process.env.BUOY_BROWSER;
    else process.env.BUOY_BROWSER = before;
    expect({ named, gone }).toEqual({ named: browser, gone: null });
  });

  it.each([
    ['linux', { PATH: '/usr/bin:bin:/snap/bin' }, '/usr/bin/chromium'],
    ['darwin', {}, '/Users/mara/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', { 'PROGRAMFILES(X86)': 'D:\\x86' }, 'D:\\x86\\Microsoft\\Edge\\Application\\msedge.exe'],
  ] as const)('looks on %s, with %j, for %s among others', (platform, env, path) => {
    const paths = installedPaths({ platform, env, home: '/Users/mara' });
    expect(paths).toContain(path);
    expect(paths.filter((each) => (platform === 'win32' ? each.includes('/') : !each.startsWith('/')))).toEqual([]);
  });
});

describe('runTask', () => {
  it('passes SIGTERM on, waits for the clean-up, and ends with success', async ({ skip }) => {
    skip(process.platform === 'win32', 'a process that is asked to end is killed');
    const task = resolve(folder, 'task.mjs');
    writeFileSync(
      task,
      "process.on('SIGTERM', () => { console.log('cleaned up'); process.exit(); });\nsetInterval(() => {}, 1000);\nconsole.log('ready');",
    );
    const runner = resolve(folder, 'runner.mjs');
    const run = pathToFileURL(resolve(root, 'scripts/setup/run.mjs')).href;
    writeFileSync(
      runner,
      `import { runTask } from '${run}';\nprocess.exitCode = await runTask(process.execPath, [${JSON.stringify(task)}], {});`,
    );
    const child = spawn(process.execPath, [runner], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said === 'ready\n') child.kill('SIGTERM');
    });
    const code = await new Promise((settle) => child.on('close', settle));
    expect({ code, said }).toEqual({ code: 0, said: 'ready\ncleaned up\n' });
  });
});
