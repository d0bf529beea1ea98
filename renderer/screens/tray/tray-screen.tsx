import { useEffect, useRef } from 'react';
import { useRoute } from '../../hooks/use-route.ts';
import { JobToasts } from '../../jobs/job-toasts.tsx';
import { trayWords } from '../../words/tray.ts';
import { DropletPage } from './droplet-page.tsx';
import { Home, noMemory } from './home.tsx';
import { TrayFoot } from './tray-foot.tsx';

/** The tray as a page, 360 px wide: for the popover, for hosts and desktops without a tray, and for tests. */
export const TrayScreen = () => {
  const route = useRoute();
  const dropletKey = route.view === 'tray' ? route.dropletKey : null;
  const memory = useRef(noMemory());
  useEffect(() => {
    document.documentElement.classList.add('is-tray');
    return () => document.documentElement.classList.remove('is-tray');
  }, []);
  useEffect(() => {
    if (dropletKey !== null) memory.current.isBack = true;
  }, [dropletKey]);
  return (
    <main className="tray" aria-label={trayWords.label}>
      {dropletKey === null ? (
        <Home memory={memory.current} />
      ) : (
        <DropletPage key={dropletKey} dropletKey={dropletKey} memory={memory.current} />
      )}
      <JobToasts />
      <TrayFoot />
    </main>
  );
};
