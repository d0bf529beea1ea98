import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { success } from '../../../../../preload/contract/failure.ts';
import { type LogSource, logRoute } from '../../../../../preload/contract/log-route.ts';
import { LogScreen } from '../../../../../renderer/screens/logs/log-screen.tsx';
import { inventedLog, logSource } from '../../../../doubles/invented/invented-logs.ts';
import { drawPage } from '../../draw-page.tsx';

const usual = ['GET / 200', 'Error: no', 'GET /cart 200', 'Error: again', 'listening on 8080'];

async function draw(texts: readonly string[] = usual, source: LogSource = logSource) {
  const log = inventedLog(texts);
  const calls: [string, unknown][] = [];
  // The page reads as soon as it is drawn, so the answers must be there before.
  const hash = logRoute(source);
  const drawn = await drawPage(<Later />, {});
  Object.assign(drawn.bridge, {
    readLogApp: async () => success({ name: 'storefront', components: ['web', 'api'] }),
    openLog: async (args: { isFresh?: boolean }) => {
      calls.push(['openLog', args.isFresh]);
      return success({ logId: 'log-1' });
    },
    readLog: async ({ after }: { after: number }) => success(log.batch(after)),
    allowLogHost: async (args: unknown) => {
      calls.push(['allowLogHost', args]);
      log.become({ kind: 'live' });
      return success(null);
    },
    saveLog: async (args: unknown) => {
      calls.push(['saveLog', args]);
      return success({ downloadId: 'd1' });
    },
  });
  window.location.hash = hash;
  await act(async () => drawn.page.router.go(hash));
  await act(async () => window.dispatchEvent(new Event('hashchange')));
  await act(async () => window.dispatchEvent(new Event('draw')));
  const ring = async () => {
    await act(async () => drawn.bridge.emit('logChanged', { logId: 'log-1' }));
    await act(async () => {});
  };
  return { ...drawn, log, calls, ring, user: userEvent.setup() };
}

/** Draws the screen only once the test has given its answers. */
function Later() {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const draw = () => setDue(true);
    window.addEventListener('draw', draw);
    return () => window.removeEventListener('draw', draw);
  }, []);
  return isDue ? <LogScreen /> : null;
}

const list = () => screen.findByRole('log');
const shown = async () => [...(await list()).querySelectorAll('.log-line .text')].map(({ textContent }) => textContent);
const foot = () => document.querySelector('.log-foot')?.textContent;
const search = () => screen.getByRole('searchbox', { name: 'Search' });

describe('the view of a log', () => {
  it('shows each line with its time, its component and how bad it sounds, in words', async () => {
    await draw();
    expect(await shown()).toEqual(usual);
    const second = (await list()).querySelectorAll('.log-line')[1];
    expect(second?.textContent).toBe('14:00:02 web error Error: no');
    expect((await list()).getAttribute('aria-label')).toBe('Log of storefront: Run');
  });

  it('takes lines as they come, and says how many there are', async () => {
    const { log, ring } = await draw();
    await list();
    log.add('GET /late 200');
    await ring();
    expect(await shown()).toContain('GET /late 200');
    expect(foot()).toContain('6 lines since 14:00');
  });

  it('is read aloud while it is followed slowly, and not while lines rush by', async () => {
    const { log, ring } = await draw();
    expect((await list()).getAttribute('aria-live')).toBe('polite');
    log.add(...Array.from({ length: 20 }, (_, index) => `GET /${index}`));
    await ring();
    expect((await list()).getAttribute('aria-live')).toBe('off');
  });

  it('stops following when somebody goes back, and offers the newest', async () => {
    const { log, ring, user } = await draw();
    const follow = screen.getByRole('switch', { name: 'Follow' });
    expect(follow.getAttribute('aria-checked')).toBe('true');
    fireEvent.keyDown(await list(), { key: 'PageUp' });
    expect(follow.getAttribute('aria-checked')).toBe('false');
    log.add('one more', 'two more');
    await ring();
    await user.click(screen.getByRole('button', { name: 'Newest, 2 more' }));
    expect(follow.getAttribute('aria-checked')).toBe('true');
    expect(screen.queryByRole('button', { name: /^Newest/ })).toBeNull();
  });

  it('follows again at the end, by wheel and keys alike', async () => {
    await draw();
    const follow = screen.getByRole('switch', { name: 'Follow' });
    fireEvent.wheel(await list(), { deltaY: -40 });
    expect(follow.getAttribute('aria-checked')).toBe('false');
    fireEvent.keyDown(await list(), { key: 'End' });
    expect(follow.getAttribute('aria-checked')).toBe('true');
  });
});

describe('the search of a log', () => {
  it('counts its hits, marks them, and goes from the newest to the one before', async () => {
    const { user, page } = await draw();
    await user.type(search(), 'error');
    expect(screen.getByText('2')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(screen.getByText('2 of 2')).toBeTruthy();
    expect(page.announcer.said().polite).toBe('2 of 2: Error: again');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(screen.getByText('1 of 2')).toBeTruthy();
    expect((await list()).querySelector('.log-line.at')?.textContent).toContain('Error: no');
    expect([...(await list()).querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Error', 'Error']);
    expect(screen.getByRole('switch', { name: 'Follow' }).getAttribute('aria-checked')).toBe('false');
  });

  it('shows only its hits where that is wanted, and says when there is none', async () => {
    const { user } = await draw();
    await user.type(search(), 'error');
    await user.click(screen.getByRole('button', { name: 'Only hits' }));
    expect(await shown()).toEqual(['Error: no', 'Error: again']);
    await user.type(search(), 'x');
    expect(await screen.findByText('No line matches')).toBeTruthy();
    await user.clear(search());
    expect(await shown()).toEqual(usual);
  });

  it('is reached by its keys, cleared by Escape, and left for the lines by a second one', async () => {
    const { user } = await draw();
    (await list()).focus();
    await user.keyboard('/');
    expect(document.activeElement).toBe(search());
    await user.keyboard('cart{Escape}');
    expect((search() as HTMLInputElement).value).toBe('');
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(await list());
  });
});

describe('what can be done with a log', () => {
  it('is copied as it came: all of it, or what is selected', async () => {
    const { user, bridge } = await draw();
    await list();
    await user.click(screen.getByRole('button', { name: 'Copy what is shown' }));
    const copied = () => {
      const last = bridge.calls.findLast(({ name }) => name === 'copyText');
      return (last?.args as { text?: string } | undefined)?.text ?? '';
    };
    expect(copied().split('\n')).toHaveLength(6);
    expect(copied()).toContain('web 2026-11-23T14:00:02.000Z Error: no\n');
    const log = await list();
    log.focus();
    fireEvent.keyDown(log, { key: 'ArrowUp', shiftKey: true });
    fireEvent.keyDown(log, { key: 'ArrowUp', shiftKey: true });
    fireEvent.keyDown(log, { key: 'c', ctrlKey: true });
    await waitFor(() => expect(copied().split('\n')).toHaveLength(3));
    expect(copied()).toContain('listening on 8080');
  });

  it('is saved as a file, from where it was cleared', async () => {
    const { user, calls, bridge, log, ring } = await draw();
    await list();
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByText('Cleared')).toBeTruthy();
    log.add('after');
    await ring();
    expect(await shown()).toEqual(['after']);
    await user.click(screen.getByRole('button', { name: 'Save…' }));
    expect(calls).toContainEqual(['saveLog', { logId: 'log-1', after: 5 }]);
    await waitFor(() => expect(bridge.calls).toContainEqual({ name: 'saveDownload', args: { downloadId: 'd1' } }));
  });

  it('wraps long lines, and remembers that', async () => {
    const { user } = await draw();
    const wrap = () => screen.getByRole('button', { name: 'Wrap long lines' });
    await user.click(wrap());
    expect([wrap().getAttribute('aria-pressed'), (await list()).classList.contains('wrapped')]).toEqual(['true', true]);
    expect(window.localStorage.getItem('buoy.log-wrap')).toBe('true');
  });

  it('leads to another type and another component of it, without a step of its own on the way back', async () => {
    const { user, page } = await draw();
    await user.click(screen.getByRole('radio', { name: 'Crashed' }));
    expect(page.router.hash()).toBe(logRoute({ ...logSource, type: 'crashed' }));
    await user.click(screen.getByRole('button', { name: 'Component: All components' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'api' }));
    await waitFor(() => expect(page.router.hash()).toBe(logRoute({ ...logSource, type: 'crashed', component: 'api' })));
  });

  it('leads back to what wrote it', async () => {
    await draw();
    const back = await screen.findByRole('link', { name: 'Back to storefront' });
    expect(back.getAttribute('href')).toBe('#/resources/apps_list/hw/app-1');
  });

  it('of a run of a job has neither types nor components', async () => {
    await draw(usual, { ...logSource, type: 'job', component: 'nightly', runId: 'r1' });
    await list();
    expect([screen.queryAllByRole('radio'), screen.queryByRole('button', { name: /^Component/ })]).toEqual([[], null]);
    expect(screen.getByRole('link', { name: 'Back to storefront' }).getAttribute('href')).toContain('apps_list_job_invocations');
  });
});

describe('a log that cannot be shown', () => {
  it('because it is kept elsewhere asks, by the name of the host', async () => {
    const { log, user, calls, ring } = await draw([]);
    log.become({ kind: 'asking', host: 'logs.example.com' });
    await ring();
    expect(screen.getByText('This log is kept at logs.example.com')).toBeTruthy();
    log.add('GET / 200');
    await user.click(screen.getByRole('button', { name: 'Read it from logs.example.com' }));
    expect(calls).toContainEqual(['allowLogHost', { logId: 'log-1', host: 'logs.example.com' }]);
    expect(await shown()).toEqual(['GET / 200']);
  });

  it('because it failed says why and what to do, and is tried again', async () => {
    const { log, user, calls, ring } = await draw([]);
    const failure = { kind: 'not-found' as const, message: 'No deployment of this app is live.', nextStep: 'See its build log.' };
    log.become({ kind: 'failed', failure });
    await ring();
    const heading = screen.getByRole('heading', { name: 'No deployment of this app is live' });
    expect(heading.parentElement?.textContent).toContain('See its build log.');
    await user.click(within(heading.parentElement as HTMLElement).getByRole('button', { name: 'Try again' }));
    expect(calls).toContainEqual(['openLog', true]);
  });

  it('because nothing was written says so', async () => {
    const { log, ring } = await draw([]);
    log.become({ kind: 'ended', why: 'none' });
    await ring();
    expect(screen.getByText('Nothing was written')).toBeTruthy();
  });

  it('any further keeps its lines, and says why below them', async () => {
    const { log, ring } = await draw();
    const failure = { kind: 'network' as const, message: 'The connection to logs.example.com broke.' };
    log.become({ kind: 'waiting', failure, retryAtMs: Date.now() + 4_000 });
    await ring();
    expect(await shown()).toEqual(usual);
    expect(foot()).toMatch(/broke\. Connecting again/);
    log.become({ kind: 'ended', why: 'unwatched' });
    await ring();
    expect(foot()).toContain('in which nobody looked');
    expect(screen.getByRole('button', { name: 'Go on' })).toBeTruthy();
  });

  it('because its address names none leads to the apps', async () => {
    await drawPage(<LogScreen />, { hash: '#/logs/hw' });
    expect(screen.getByText('There is no such log')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Show the apps' }).getAttribute('href')).toBe('#/resources/apps_list');
  });
});
