import { Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Button } from '../components/controls/button.tsx';
import { fetchMenus } from '../components/controls/menu.tsx';
import { fetchTooltips, TooltipProvider } from '../components/controls/tooltip.tsx';
import { ConfirmDialog } from '../components/dialogs/confirm-dialog.tsx';
import { FailureState } from '../components/feedback/failure-state.tsx';
import { LiveRegions } from '../components/feedback/live-regions.tsx';
import { DropletDeedsProvider } from '../droplet-actions/asking.tsx';
import { useDelayed } from '../hooks/use-delayed.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { useIsNarrow } from '../hooks/use-media.ts';
import { useRoute } from '../hooks/use-route.ts';
import { useMeta, useRows, useSingle, useViewStatus } from '../hooks/use-view.ts';
import { fetchDialogs, JobHost } from '../jobs/job-host.tsx';
import { JobOfRoute } from '../jobs/job-of-route.tsx';
import { JobToasts } from '../jobs/job-toasts.tsx';
import { useRunCards } from '../jobs/run-cards.tsx';
import { early } from '../page/early.tsx';
import { type Openers, OpenersContext } from '../page/openers.ts';
import { usePage } from '../page/page.ts';
import { hrefOf, mainViews } from '../routes/routes.ts';
import { frameWords, viewNames } from '../words/views.ts';
import { BottomTabs } from './bottom-tabs.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FirstRunScreen, fetchScreens, screens, TrayScreen } from './screens.ts';
import { SideBar } from './side-bar.tsx';
import { TypeAhead, type TypedAhead } from './typed-ahead.tsx';

const Palette = early(async () => (await import('../palette/palette.tsx')).Palette);
const ShortcutsDialog = early(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog);

/** Fetches what a person may open next. */
export const fetchRest = async (): Promise<void> => {
  await Promise.all([fetchMenus(), fetchTooltips(), fetchScreens(), fetchDialogs(), Palette.fetch(), ShortcutsDialog.fetch()]);
};

/** Says what the page waits for, but not before 300 ms. */
const Waiting = ({ text }: { text: string }) =>
  useDelayed(true) ? (
    <p className="waiting small-text faint" role="status">
      {text}
    </p>
  ) : null;

/** Shows the core's question, whichever command it belongs to. */
const ConfirmHost = () => {
  const { commands } = usePage();
  const question = useSyncExternalStore(commands.subscribe, commands.question);
  return (
    question && <ConfirmDialog key={question.confirmation.id} confirmation={question.confirmation} onAnswer={question.answer} />
  );
};

/** Light or dark as the person chose, otherwise as the system has it. */
const useTheme = () => {
  const { appearance } = useSingle('settings');
  useEffect(() => {
    if (appearance === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = appearance;
  }, [appearance]);
};

/** The keys of the window. On the tray's page typing searches, and its places open in the window. */
const FrameKeys = ({ openers }: { openers: Openers }) => {
  const { router, commands } = usePage();
  const views = mainViews.map((view, index) => [`mod+${index + 1}`, () => router.go(hrefOf(view))] as const);
  useHotkeys({
    ...Object.fromEntries(views),
    'mod+k': openers.palette,
    '?': openers.shortcuts,
    r: () => void commands.run({ kind: 'refresh' }),
  });
  return null;
};

const Frame = () => {
  const route = useRoute();
  const isNarrow = useIsNarrow();
  const view = route.view === 'tray' || route.view === 'welcome' ? 'overview' : route.view;
  const Screen = screens[view];
  const attention = useRows('attention').length;
  const runCards = useRunCards();
  useEffect(() => {
    document.title = frameWords.windowTitle(viewNames[view], attention);
  }, [view, attention]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once for each view that is opened.
  useEffect(() => {
    // What had the focus may be gone with the previous view. The keyboard then continues from the new view.
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
  }, [view]);
  return (
    <div className="window">
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        {frameWords.skipToContent}
      </button>
      {!isNarrow && <SideBar />}
      <div className="with-toasts">
        <main className="main" id="main" tabIndex={-1}>
          <ErrorBoundary key={view} name={viewNames[view]}>
            <Suspense fallback={<Waiting text={frameWords.loadingView(viewNames[view])} />}>
              <Screen />
            </Suspense>
          </ErrorBoundary>
        </main>
        <JobToasts>{runCards}</JobToasts>
      </div>
      {isNarrow && <BottomTabs />}
    </div>
  );
};

const FirstRun = () => (
  <div className="with-toasts">
    <FirstRunScreen />
    <JobToasts />
  </div>
);

/** The page once its view is open: the tray's page, the first run, or the frame with its views. */
const Opened = () => {
  useTheme();
  const route = useRoute();
  const meta = useMeta();
  const hasConnections = useRows('connections').length > 0;
  const [opened, setOpened] = useState<'palette' | 'shortcuts' | null>(null);
  const [typed, setTyped] = useState<TypedAhead>({ text: '' });
  const openers = useMemo<Openers>(
    () => ({
      palette() {
        setTyped({ text: '' });
        setOpened('palette');
      },
      shortcuts: () => setOpened('shortcuts'),
    }),
    [],
  );
  const close = useCallback(() => setOpened(null), []);
  if (!meta.isLoaded && !hasConnections) return <Waiting text={frameWords.opening} />;
  const isFirstRun = route.view === 'welcome' || (!hasConnections && route.view !== 'tray' && route.view !== 'settings');
  return (
    <OpenersContext value={openers}>
      <JobHost>
        <DropletDeedsProvider>
          {route.view !== 'tray' && <FrameKeys openers={openers} />}
          <JobOfRoute />
          <Suspense fallback={<Waiting text={frameWords.opening} />}>
            {route.view === 'tray' ? <TrayScreen /> : isFirstRun ? <FirstRun /> : <Frame />}
          </Suspense>
          <Suspense fallback={<TypeAhead into={typed} onClose={close} />}>
            {opened === 'palette' && <Palette typed={typed} onClose={close} />}
          </Suspense>
          <Suspense fallback={null}>{opened === 'shortcuts' && <ShortcutsDialog onClose={close} />}</Suspense>
          <ConfirmHost />
          <LiveRegions />
        </DropletDeedsProvider>
      </JobHost>
    </OpenersContext>
  );
};

/** The whole page below its `PageContext`. */
export const App = () => {
  const status = useViewStatus();
  const { view } = usePage();
  return (
    <TooltipProvider>
      {status.phase === 'open' && <Opened />}
      {status.phase === 'opening' && <Waiting text={frameWords.opening} />}
      {status.phase === 'failed' && (
        <main className="alone">
          <FailureState
            failure={status.failure}
            what={frameWords.product}
            buttons={
              <Button look="primary" onClick={() => void view.open()}>
                {frameWords.tryAgain}
              </Button>
            }
          />
        </main>
      )}
    </TooltipProvider>
  );
};
