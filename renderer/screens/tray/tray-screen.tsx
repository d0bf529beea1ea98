import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MenuDeed } from '../../../preload/contract/view.ts';
import { classNames } from '../../components/class-names.ts';
import { ProgressBar } from '../../components/feedback/progress.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { LookIcon } from '../../components/icons/look.tsx';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useSingle } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { trayWords } from '../../words/tray.ts';
import { edgeReachable, type FlatLine, flatten, nextReachable, parentOf } from './flat-menu.ts';
import { TrayFaceIcon } from './tray-face.tsx';
import { trayLook } from './tray-icons.ts';

const useDeed = () => {
  const page = usePage();
  return async (deed: MenuDeed): Promise<void> => {
    switch (deed.kind) {
      case 'command':
        await page.commands.run(deed.command);
        return;
      case 'copy':
        return page.copy(deed.text);
      case 'route': {
        const outcome = await page.bridge.showWindow({ route: deed.route });
        // A host without windows shows the place on this page.
        if (!outcome.ok) page.router.go(deed.route);
        return;
      }
      case 'quit':
        await page.bridge.quit({});
    }
  };
};

const Line = ({
  line,
  isCursor,
  onRun,
  onHover,
}: {
  line: FlatLine;
  isCursor: boolean;
  onRun: () => void;
  onHover: () => void;
}) => {
  const { node, depth, isOpen } = line;
  if (node.type === 'separator') return <hr className="separator" />;
  if (node.type === 'heading') return <h2 className="caption">{node.label}</h2>;
  const isMenu = node.children.length > 0;
  const look = trayLook(node.icon);
  const isInert = !node.isEnabled || (node.deed === null && !isMenu);
  return (
    <button
      type="button"
      data-node={node.id}
      tabIndex={isCursor ? 0 : -1}
      aria-expanded={isMenu ? isOpen : undefined}
      aria-disabled={isInert || undefined}
      className={classNames('menu-item', depth > 0 && `deep-${depth}`, isInert && 'inert', isCursor && 'on')}
      onClick={() => !isInert && onRun()}
      onFocus={() => !isInert && onHover()}
      onMouseMove={() => !isInert && onHover()}
    >
      {look && <LookIcon look={look} />}
      <span className="two-lines grow">
        <span className={classNames('cut', isMenu && depth === 0 && 'medium')}>{node.label}</span>
        {node.progress !== null && <ProgressBar fraction={node.progress} label={node.label} />}
      </span>
      {node.detail !== null && <span className="tiny-text faint tabular cut detail">{node.detail}</span>}
      {isMenu && <Icon name={isOpen ? 'down' : 'right'} size="xs" className="faint" />}
    </button>
  );
};

/** The tray's menu as a page, 360 px wide: for the popover, for hosts and desktops without a tray, and for tests. */
export const TrayScreen = () => {
  const { bridge } = usePage();
  const tray = useSingle('tray');
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<string | null>(null);
  const frame = useRef<HTMLElement>(null);
  const run = useDeed();
  const lines = flatten(tray.menu, openIds);
  const cursorId = lines.some(({ node }) => node.id === cursor) ? cursor : edgeReachable(lines, 'first');

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => void bridge.reportTrayHeight({ height: Math.ceil(element.scrollHeight) }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [bridge]);
  useEffect(() => {
    document.documentElement.classList.add('is-tray');
    return () => document.documentElement.classList.remove('is-tray');
  }, []);

  // From inside a submenu, Esc goes out of that first; see `onKeyDown`.
  useHotkeys({ Escape: () => void bridge.closeTray({}) });

  const focus = (id: string | null) => {
    if (id === null) return;
    setCursor(id);
    frame.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
  };
  const turn = (id: string, isOpen: boolean) => {
    // Only one submenu per level is open at a time, so that the popover stays short.
    const parent = parentOf(tray.menu, id);
    setOpenIds(new Set([...(parent === null ? [] : [parent]), ...(isOpen ? [id] : [])]));
    setCursor(id);
  };
  const act = ({ node, isOpen }: FlatLine) => {
    if (node.children.length > 0) turn(node.id, !isOpen);
    else if (node.deed) void run(node.deed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const current = lines.find(({ node }) => node.id === cursorId);
    const parent = cursorId === null ? null : parentOf(tray.menu, cursorId);
    if (event.key === 'ArrowDown') focus(nextReachable(lines, cursorId, 1));
    else if (event.key === 'ArrowUp') focus(nextReachable(lines, cursorId, -1));
    else if (event.key === 'Home') focus(edgeReachable(lines, 'first'));
    else if (event.key === 'End') focus(edgeReachable(lines, 'last'));
    else if (event.key === 'ArrowRight' && current?.node.children.length && !current.isOpen) turn(current.node.id, true);
    else if (event.key === 'ArrowLeft' && current?.isOpen) turn(current.node.id, false);
    else if ((event.key === 'ArrowLeft' || event.key === 'Escape') && parent !== null) {
      turn(parent, false);
      focus(parent);
    } else return;
    event.preventDefault();
  };

  return (
    <main className="tray" ref={frame} aria-label={trayWords.label}>
      <header className="tray-head">
        <TrayFaceIcon face={tray.face} />
        <div className="two-lines grow">
          <h1 className="bold cut">{tray.title}</h1>
          <p className="small-text faint cut">{tray.subtitle}</p>
        </div>
      </header>
      {tray.menu.length > 0 && <hr className="separator" />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the buttons inside. */}
      <div onKeyDown={onKeyDown}>
        {lines.map((line) => (
          <Line
            key={line.node.id}
            line={line}
            isCursor={line.node.id === cursorId}
            onRun={() => act(line)}
            onHover={() => cursorId !== line.node.id && setCursor(line.node.id)}
          />
        ))}
      </div>
    </main>
  );
};
