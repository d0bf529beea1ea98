import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readBridge } from './bridge.ts';
import { EmptyState } from './components/feedback/empty-state.tsx';
import { createPage, PageContext } from './page/page.ts';
import { App } from './shell/app.tsx';
import './styles/index.css';
import { frameWords } from './words/views.ts';

const root = document.getElementById('root');
const bridge = readBridge();
if (root && bridge) {
  const page = createPage(bridge, window);
  page.start();
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
