import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './architecture/source-files.ts';
import { readYaml } from './packaging/builder.ts';

interface Step {
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  needs?: string;
  permissions?: Record<string, string>;
  uses?: string;
  steps?: Step[];
  strategy?: { 'fail-fast'?: boolean; matrix: { os?: string[]; include?: { os: string }[] } };
  'timeout-minutes'?: number;
}
interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}
interface Action {
  runs: { using: string; steps: Step[] };
}

const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const workflow = (name: string) => readYaml(read(`.github/workflows/${name}.yml`)) as Workflow;
const systems = ['macos-latest', 'ubuntu-latest', 'windows-latest'];
const systemsOf = ({ strategy }: Job) =>
  [...(strategy?.matrix.os ?? []), ...(strategy?.matrix.include ?? []).map(({ os }) => os)].sort();

const workflows = globSync('.github/workflows/*.yml', { cwd: root });
const actions = globSync('.github/actions/*/action.yml', { cwd: root });
const stepsIn = (path: string): Step[] => {
  const parsed = readYaml(read(path)) as Workflow | Action;
  return 'runs' in parsed ? parsed.runs.steps : Object.values(parsed.jobs).flatMap(({ steps }) => steps ?? []);
};

describe.each([...workflows, ...actions])('%s', (path) => {
  const text = read(path);
  const steps = stepsIn(path);

  it("uses only GitHub's own actions, each by its major version, and those of this repository", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    const isOwn = (name: string) => name.startsWith('./') && existsSync(resolve(root, name, 'action.yml'));
    expect(used.filter((name) => !isOwn(name) && !/^actions\/[a-z-]+@v\d+$/.test(name))).toEqual([]);
  });

  it('runs only scripts that exist', () => {
    const scripts = [...text.matchAll(/npm (?:run )?([a-z:]+)/g)].map((match) => match[1] ?? '').filter((name) => name !== 'ci');
    expect(scripts.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
  });

  it('never turns the sandbox off', () => {
    expect(text).not.toContain('no-sandbox');
  });

  it('puts nothing that others write, and no secret, into a command', () => {
    const commands = steps.flatMap(({ run }) => run ?? []);
    expect(commands.filter((run) => /\$\{\{(?!\s*matrix\.)/.test(run))).toEqual([]);
  });

  it('leaves no credentials behind, and runs with the Node that Buoy is made with', () => {
    const withOf = (name: string) => steps.filter(({ uses }) => uses?.startsWith(`actions/${name}@`)).map((step) => step.with);
    expect(withOf('checkout').filter((given) => given?.['persist-credentials'] !== false)).toEqual([]);
    const major = Number(String(manifest.devDependencies.node).split('.')[0]);
    expect(withOf('setup-node').filter((given) => given?.['node-version'] !== major || given.cache !== 'npm')).toEqual([]);
  });
});

describe.each(workflows)('%s', (path) => {
  const { permissions, jobs } = readYaml(read(path)) as Workflow;

  it('may only read unless a job says what it writes, and only a release writes', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const writing = Object.entries(jobs).flatMap(([name, job]) => (job.permissions ? [[name, job.permissions]] : []));
    const releases = { draft: { contents: 'write' }, package: { contents: 'write' } };
    expect(Object.fromEntries(writing)).toEqual(path.endsWith('release.yml') ? releases : {});
  });

  it('ends every job that hangs, and no system because of another', () => {
    const own = Object.values(jobs).filter(({ uses }) => uses === undefined);
    expect(own.filter((job) => !((job['timeout-minutes'] ?? 360) <= 60))).toEqual([]);
    expect(own.filter(({ strategy }) => strategy !== undefined && strategy['fail-fast'] !== false)).toEqual([]);
  });

  it('calls only workflows that exist', () => {
    const called = Object.values(jobs).flatMap(({ uses }) => uses ?? []);
    expect(called.filter((name) => !existsSync(resolve(root, name)))).toEqual([]);
  });
});

describe('the tests of a change', () => {
  const { jobs } = workflow('test');
  const commands = (job: Job | undefined) => (job?.steps ?? []).flatMap(({ run, uses }) => run ?? uses ?? []);

  it('run on three systems, with Electron itself', () => {
    expect(systemsOf(jobs.test as Job)).toEqual(systems);
    expect(commands(jobs.test)).toEqual(expect.arrayContaining(['npx install-electron', 'npm test']));
  });

  it('start the package on three systems, on macOS the one for both processors', () => {
    expect(systemsOf(jobs.packaged as Job)).toEqual(systems);
    expect(commands(jobs.packaged)).toContain('./.github/actions/start-packaged');
    expect(jobs.packaged?.strategy?.matrix.include).toContainEqual({ os: 'macos-latest', args: '--universal' });
  });

  it('know no secret', () => {
    expect(read('.github/workflows/test.yml')).not.toContain('secrets.');
  });
});

describe('a release', () => {
  const { jobs } = workflow('release');

  it('comes after all tests, makes one draft, and then packages on three systems', () => {
    expect([jobs.test?.needs, jobs.draft?.needs, jobs.package?.needs]).toEqual(['version', 'test', 'draft']);
    expect(jobs.test?.uses).toBe('./.github/workflows/test.yml');
    expect(systemsOf(jobs.package as Job)).toEqual(systems);
  });

  it('starts what it ships, without its secrets', () => {
    const steps = jobs.package?.steps ?? [];
    const start = steps.findIndex(({ uses }) => uses === './.github/actions/start-packaged');
    const ship = steps.findIndex(({ run }) => run?.includes('--publish always'));
    expect(start).toBeGreaterThan(ship);
    expect(steps.filter(({ env }) => JSON.stringify(env ?? {}).includes('secrets.'))).toEqual([steps[ship]]);
  });
});

describe('an action of the repository', () => {
  it.each(actions)('%s says which shell each command is for', (path) => {
    const { runs } = readYaml(read(path)) as Action;
    expect(runs.using).toBe('composite');
    expect(runs.steps.filter(({ run, shell }) => run !== undefined && shell === undefined)).toEqual([]);
  });
});
