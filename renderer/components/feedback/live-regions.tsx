import { useSyncExternalStore } from 'react';
import { usePage } from '../../page/page.ts';
import { frameWords } from '../../words/views.ts';
import { overlayId } from '../controls/overlay.ts';

/** The two live regions that announce results, and the element that menus are rendered into. */
export const LiveRegions = () => {
  const { announcer } = usePage();
  const said = useSyncExternalStore(announcer.subscribe, announcer.said);
  return (
    <section id={overlayId} aria-label={frameWords.overlays}>
      <div className="unseen" role="status" aria-live="polite">
        {said.polite}
      </div>
      <div className="unseen" role="alert" aria-live="assertive">
        {said.assertive}
      </div>
    </section>
  );
};
