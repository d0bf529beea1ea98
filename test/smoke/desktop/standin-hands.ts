import type { ShownLine } from '../../standin/control.ts';
import type { Standin } from '../../standin/launch.ts';
import type { Hands } from './hands.ts';
import type { TrayHost } from './tray-host.ts';

/** The desktop of the stand-in, which `standin-program.ts` serves on this port; its icon is in the tray, if there is one. */
export function standinHands(port: number, tray: TrayHost | null): Hands {
  const ask = async <N extends keyof Standin>(name: N, ...args: unknown[]) => {
    const answer = await fetch(`http://127.0.0.1:${port}/${name}`, { method: 'POST', body: JSON.stringify(args) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json() as Promise<unknown>;
  };
  return {
    whyNot: { close: null, tray: null, screen: 'the stand-in has windows, but no screen' },
    mainPid: async () => Number(await ask('pid')),
    async closeWindow() {
      const [window] = (await ask('windows')) as { id: number }[];
      await ask('closeWindow', window?.id);
    },
    isShown: async () => ((await ask('windows')) as { isVisible: boolean }[]).some(({ isVisible }) => isVisible),
    trayLines: async () => (tray ? tray.labels() : labelsOf((await ask('trayMenu')) as ShownLine[])),
    chooseTrayLine: async (label) => (tray ? tray.choose(label) : void (await ask('chooseTrayLine', [label]))),
    takeScreen: () => Promise.reject(new Error('The stand-in has no screen')),
  };
}

const labelsOf = (lines: readonly ShownLine[]): string[] =>
  lines.flatMap(({ label, lines: inner }) => [label, ...labelsOf(inner)]);
