import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { viewNames } from '../../words/views.ts';
import { FrontPage, NewButtons } from './front-page.tsx';

/** What is watched, and what needs a person now. */
export const MonitoringScreen = () => (
  <>
    <ViewBar title={viewNames.monitoring}>
      <NewButtons isSmall />
    </ViewBar>
    <div className="body flush">
      <FrontPage />
    </div>
  </>
);
