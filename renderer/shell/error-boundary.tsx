import { Component, type ReactNode } from 'react';
import { Button } from '../components/controls/button.tsx';
import { EmptyState } from '../components/feedback/empty-state.tsx';
import { frameWords } from '../words/views.ts';

/**
 * Catches the failure of a view, so that the frame stays. Give it the view's name as `key`, so that another view starts afresh.
 */
export class ErrorBoundary extends Component<{ name: string; children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div className="body">
        <EmptyState
          icon="alert"
          isDanger
          title={frameWords.viewFailed(this.props.name)}
          buttons={
            <Button look="primary" onClick={() => window.location.reload()}>
              {frameWords.reload}
            </Button>
          }
        >
          {frameWords.viewFailedDetail}
        </EmptyState>
      </div>
    );
  }
}
