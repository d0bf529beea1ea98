/**
 * Looks at a whole Buoy from outside, as a person would who starts it for the first time: at the package that `BUOY_PACKAGED`
 * names the folder of, or else at the stand-in, which runs the content of one. The tests are one story, in this order.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenName } from '../../main/core/names/token-name.ts';
import { trayWords } from '../../main/core/words/tray.ts';
import { type DemoServer, startDemo } from '../../main/demo/server.ts';
import { callNames } from '../../preload/contract/schema.ts';
import { root } from '../architecture/source-files.ts';
import { skippedFor } from '../doubles/skipped.ts';
import type { Hands } from './desktop/hands.ts';
import { everyCall } from './every-call.ts';
import { openMachine, type SmokeMachine, whyNoSmoke } from './machine.ts';
import { packagedFolder } from './packaged-program.ts';
import { RunningBuoy } from './running-buoy.ts';

const reason = whyNoSmoke();
const isPackaged = packagedFolder() !== null;
const title = isPackaged ? 'the packaged Buoy' : 'Buoy out of its package, over the stand-in';
/**
 * How often its window is destroyed and opened again, how long it has to run without a complaint, and how long it may take to
 * end. With the stand-in a browser has to end too, on a machine that runs other tests.
 */
const { rounds, watchMs, endWithinMs } = isPackaged
  ? { rounds: 50, watchMs: 60_000, endWithinMs: 2_000 }
  : { rounds: 5, watchMs: 0, endWithinMs: 10_000 };
/** What the main process may grow by in these rounds, once it has warmed up. In megabytes. */
const growthMb = 100;
/** The call that is wrong on purpose, and macOS, which shows notices of signed programs only. */
const expectedWarnings = ['copyText', 'A notice was not shown'];
/** How a Buoy ends that was asked to. */
const quickly = { code: 0, tookMs: expect.toSatisfy((tookMs: number) => tookMs < endWithinMs, `less than ${endWithinMs} ms`) };
const patient = { timeout: isPackaged ? 600_000 : 180_000 };

describe.skipIf(reason !== null)(`${title}${skippedFor(reason)}`, patient, () => {
  let machine: SmokeMachine;
  let demo: DemoServer;
  let buoy: RunningBuoy;
  let hands: Hands;
  let connectionId = '';
  const pictures = resolve(root, 'test-results/smoke');

  async function start(): Promise<void> {
    const vault = machine.whyNoKeychain === null ? [] : ['--no-keychain'];
    buoy = await RunningBuoy.start(machine.program, [`--base-url=${demo.baseUrl}`, ...vault]);
    hands = await machine.handsFor(buoy);
  }
  const run = async <T>(body: string) => (await buoy.page()).run<T>(body);
  const call = (name: string, args: unknown) =>
    run<string>(`const o = await buoy.${name}(${JSON.stringify(args)}); return o.ok ? 'ok' : o.failure.kind`);
  const connections = () => run<{ id: string; status: string }[]>('return (await buoy.openView({})).value.tables.connections');
  const isShown = () => run<boolean>("return document.visibilityState === 'visible'");
  const hasTray = async () => (await hands.trayLines()).includes(trayWords.quit);
  const log = () => readFileSync(join(machine.home, 'buoy.log'), 'utf8');

  /** Quits as the page asks it to, which is how the tray does it too. */
  async function quit(): Promise<{ code: number | null; tookMs: number }> {
    await run('void buoy.quit({}); return null');
    return buoy.end();
  }

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    demo = await startDemo({ seed: 7 });
    machine = await openMachine();
    await start();
  }, patient.timeout);
  afterAll(async () => {
    await buoy?.kill();
    if (connectionId !== '') await machine?.forget(tokenName(connectionId));
    await machine?.end();
    await demo?.close();
  });

  it('starts with its window, of which it keeps a picture', async () => {
    expect(await buoy.windowCount()).toBe(1);
    await buoy.until('the page says something', () => run("return document.body.innerText.includes('Buoy')"));
    const file = join(pictures, `window-${process.platform}.png`);
    writeFileSync(file, await (await buoy.page()).picture());
    expect(statSync(file).size).toBeGreaterThan(5_000);
  });

  it('starts with an icon in the tray, whose menu ends in Quit', async ({ skip }) => {
    skip(hands.whyNot.tray !== null, hands.whyNot.tray ?? '');
    await buoy.until('the icon is there', hasTray);
    expect((await hands.trayLines()).at(-1)).toBe(trayWords.quit);
  });

  it('stands on the screen, of which it keeps a picture', async ({ skip }) => {
    skip(hands.whyNot.screen !== null, hands.whyNot.screen ?? '');
    const file = join(pictures, `screen-${process.platform}.png`);
    await hands.takeScreen(file);
    expect(statSync(file).size).toBeGreaterThan(1_000);
  });

  it('gives its page the bridge, and nothing of Node', async () => {
    expect(await run('return [typeof window.buoy.openView, typeof require, typeof process, typeof module]')).toEqual([
      'function',
      'undefined',
      'undefined',
      'undefined',
    ]);
  });

  it('keeps its page to itself: its own scheme, storage and files, no inline script, no other place', async () => {
    expect(await run(pageFacts)).toEqual({
      isSecure: true,
      isStored: true,
      own: 200,
      policy: expect.stringContaining("script-src 'self';"),
      refused: 'script-src-elem',
      inline: 'undefined',
      opened: null,
      foreign: 'TypeError',
    });
    await run("location.href = 'https://example.com/'; return null");
    await wait(500);
    expect(await run('return location.pathname')).toBe('/index.html');
    expect(await buoy.windowCount()).toBe(1);
  });

  it('connects a team, shows its droplets in the tray, and has its token in the keychain', async ({ skip }) => {
    const token = demo.tokens[0]?.token ?? '';
    expect(await call('runCommand', { command: { kind: 'add-connection', token } })).toBe('ok');
    [{ id: connectionId } = { id: '' }] = await connections();
    const isInTray = async () => (await hands.trayLines()).some((line) => line.startsWith('web-01'));
    if (hands.whyNot.tray === null) await buoy.until('its droplets are in the tray', isInTray);
    skip(machine.whyNoKeychain !== null, machine.whyNoKeychain ?? '');
    expect(await machine.hasSecret(tokenName(connectionId))).toBe(true);
  });

  it('ends with 0 and quickly, and reads the token from the keychain when it is started again', async ({ skip }) => {
    skip(machine.whyNoKeychain !== null, machine.whyNoKeychain ?? '');
    const ended = await quit();
    await start();
    expect(ended).toEqual(quickly);
    await buoy.until('the team is connected again', async () => (await connections())[0]?.status === 'ok');
  });

  it('answers every call of its bridge, and a wrong one with a failure', async () => {
    const asked = Object.entries(everyCall(connectionId));
    expect(asked.map(([name]) => name).sort()).toEqual(callNames.filter((name) => name !== 'quit').sort());
    const outcomes: [string, string][] = [];
    for (const [name, { args }] of asked) outcomes.push([name, await call(name, args)]);
    expect(outcomes).toEqual(asked.map(([name, { outcomes: may }]) => [name, expect.toBeOneOf([...may])]));
    expect(await call('copyText', { text: 5 })).toBe('invalid-arguments');
  });

  it('forgets a team, and its token with it', async ({ skip }) => {
    expect(await call('runCommand', { command: { kind: 'remove-connection', connectionId } })).toBe('ok');
    expect(await connections()).toEqual([]);
    skip(machine.whyNoKeychain !== null, machine.whyNoKeychain ?? '');
    expect(await machine.hasSecret(tokenName(connectionId))).toBe(false);
  });

  it('goes on in the tray when its window is closed, and shows it again when it is started a second time', async ({ skip }) => {
    skip(hands.whyNot.close !== null, hands.whyNot.close ?? '');
    await hands.closeWindow();
    await buoy.until('the window is hidden', async () => !(await hands.isShown(isShown)));
    if (hands.whyNot.tray === null) expect(await hasTray()).toBe(true);
    expect(await buoy.startAgain()).toBe(0);
    await buoy.until('the window is shown', () => hands.isShown(isShown));
    expect(await buoy.windowCount()).toBe(1);
  });

  it(`opens its window anew ${rounds} times, without a complaint and without growing`, async () => {
    let warmMb = 0;
    for (let round = 1; round <= rounds; round += 1) {
      await buoy.destroyWindow();
      expect(await buoy.startAgain()).toBe(0);
      await buoy.page();
      if (round === Math.ceil(rounds / 5)) warmMb = await machine.memoryMb(await hands.mainPid());
    }
    const grownMb = (await machine.memoryMb(await hands.mainPid())) - warmMb;
    console.log(`After ${rounds} windows the main process has grown by ${grownMb.toFixed(0)} MB from ${warmMb.toFixed(0)} MB.`);
    expect(grownMb).toBeLessThan(growthMb);
    expect(await buoy.windowCount()).toBe(1);
  });

  it('has nothing to complain about after all this', async () => {
    await wait(Math.max(0, watchMs - (performance.now() - buoy.startedMs)));
    const isExpected = (line: string) => expectedWarnings.some((words) => line.includes(words));
    const warnings = log()
      .split('\n')
      .filter((line) => line.includes(' warn ') && !isExpected(line));
    expect(warnings).toEqual([]);
    expect(buoy.printed()).not.toMatch(/Unhandled|Uncaught|Error occurred|Object has been destroyed/);
  });

  it('ends with 0 and quickly when the person quits, from its icon where that can be reached', async () => {
    const isFromTray = hands.whyNot.tray === null;
    if (isFromTray) await hands.chooseTrayLine(trayWords.quit);
    expect(isFromTray ? await buoy.end() : await quit()).toEqual(quickly);
  });
});

const pageFacts = `
  localStorage.setItem('smoke', 'kept');
  const isStored = localStorage.getItem('smoke') === 'kept';
  localStorage.removeItem('smoke');
  const own = await fetch('./index.html');
  const violation = new Promise((seen) => addEventListener('securitypolicyviolation', (event) => seen(event.effectiveDirective), { once: true }));
  const script = document.createElement('script');
  script.textContent = 'window.inlineRan = true';
  document.head.append(script);
  const refused = await violation;
  return {
    isSecure: isSecureContext,
    isStored,
    own: own.status,
    policy: own.headers.get('content-security-policy'),
    refused,
    inline: typeof window.inlineRan,
    opened: window.open('https://example.com/'),
    foreign: await fetch('https://example.com/').then(() => 'answered', (error) => error.name),
  };
`;
