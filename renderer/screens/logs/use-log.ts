import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { LogApp } from '../../../preload/contract/log.ts';
import type { LogSource } from '../../../preload/contract/log-route.ts';
import { usePage } from '../../page/page.ts';
import { LogFeed, type LogReading } from './log-feed.ts';

/** Reads a log while the component is mounted. The source must be the same object between renders. */
export const useLog = (source: LogSource): { feed: LogFeed; reading: LogReading } => {
  const { bridge, view, ticker } = usePage();
  const feed = useMemo(
    () =>
      new LogFeed({
        bridge,
        source,
        now: view.now,
        isSeen: () => !document.hidden,
        onTick: (listener) => ticker.subscribe('lazy', listener),
      }),
    [bridge, view, ticker, source],
  );
  useEffect(() => feed.start(), [feed]);
  return { feed, reading: useSyncExternalStore(feed.subscribe, feed.reading) };
};

/** The app that a log is of; `null` until the core has answered, and where it could not. */
export const useLogApp = (source: LogSource): LogApp | null => {
  const { bridge } = usePage();
  const [app, setApp] = useState<LogApp | null>(null);
  // The app of a source does not change with the type or the component that is chosen.
  const { connectionId, appId, deploymentId } = source;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each deployment.
  useEffect(() => {
    let isCurrent = true;
    void bridge.readLogApp({ source }).then((outcome) => {
      if (isCurrent && outcome.ok) setApp(outcome.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, connectionId, appId, deploymentId]);
  return app;
};
