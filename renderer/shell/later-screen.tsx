import { EmptyState } from '../components/empty-state.tsx';
import { frameWords } from '../words/views.ts';
import { ViewBar } from './view-bar.tsx';

/** Stands where a build has no screen for a view. */
export const LaterScreen = ({ name }: { name: string }) => (
  <>
    <ViewBar title={name} />
    <div className="body">
      <EmptyState icon="layers" title={frameWords.comesLater(name)}>
        {frameWords.comesLaterDetail}
      </EmptyState>
    </div>
  </>
);
