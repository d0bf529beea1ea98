import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readBridge } from './bridge.ts';
import { EmptyState } from './components/feedback/empty-state.tsx';
import { createPage, PageContext } from './page/page.ts';
import { parseRoute } from './routes/routes.ts';
import { App, fetchRest } from './shell/app.tsx';
import { fetchScreen } from './shell/screens.ts';
import './styles/index.css';
import { frameWords } from './words/views.ts';

/** By then the first screen is there, and its person looks at it. */
const restAfterMs = 500;

const root = document.getElementById('root');
const bridge = readBridge();
if (root && bridge) {
  const page = createPage(bridge, window);
  page.start();
  // Drawing it fails in words, if it fails.
  fetchScreen(parseRoute(location.hash)).catch(() => {});
  setTimeout(() => void fetchRest().catch(() => {}), restAfterMs);
  createRoot(root).render(
    <StrictMode>
      <PageContext value={page}>
        <App />
      </PageContext>
    </StrictMode>,
  );
} else if (root) {
  createRoot(root).render(
    <main className="alone">
      <EmptyState icon="alert" title={frameWords.noHost}>
        {frameWords.noHostDetail}
      </EmptyState>
    </main>,
  );
}
