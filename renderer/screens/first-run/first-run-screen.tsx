import { useState } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Checkbox } from '../../components/controls/choices.tsx';
import { StorageFacts } from '../../components/feedback/storage-facts.tsx';
import { BuoyMark } from '../../components/icons/buoy-mark.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { TokenForm } from '../../components/token-form.tsx';
import { SetAside } from '../../components/view-bar/set-aside.tsx';
import { openLink } from '../../droplet-actions/reach.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useMeta, useRows, useSingle } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { firstRunWords } from '../../words/settings.ts';
import { tokenScopes } from './token-scopes.ts';

const newTokenPage = 'https://cloud.digitalocean.com/account/api/tokens/new';

/** Asks for a token, or opens the demo account. Also used to add another connection. */
export const FirstRunScreen = () => {
  const page = usePage();
  const { capabilities, isDemoOpen } = useMeta();
  const hasConnections = useRows('connections').length > 0;
  const { run, isBusy } = useCommand();
  const { isStatusPageRead } = useSingle('settings');
  const [openedAt] = useState(() => page.router.hash());
  const back = () => page.router.go(hrefOf('overview'));
  // The frame is there as soon as the team is, which may be before the answer: a person who has gone on stays there.
  const done = () => {
    if (page.router.hash() === openedAt) back();
  };
  useHotkeys({ Escape: () => (hasConnections ? back() : false) });
  const openDemo = async () => {
    if ((await run({ kind: 'open-demo' })).status === 'done') done();
  };
  return (
    <main className="first-run">
      <div className="first-run-inner">
        <div className="hero">
          <BuoyMark className="mark" />
          <h1>{firstRunWords.title}</h1>
          <p className="quiet">{capabilities.tray ? firstRunWords.subtitle : firstRunWords.subtitleNoTray}</p>
        </div>
        <SetAside />
        <section className="card token-card" aria-label={firstRunWords.tokenLabel}>
          <TokenForm
            submitLabel={firstRunWords.connect}
            commandOf={(token, isForThisRunOnly) => ({ kind: 'add-connection', token, isForThisRunOnly })}
            onDone={done}
          />
          <div className="row small-text spread links">
            <button type="button" className="link row" onClick={() => void openLink(page, newTokenPage)}>
              {firstRunWords.create}
              <Icon name="external" size="xs" />
            </button>
            <button type="button" className="link row" onClick={() => void page.copy(tokenScopes.join(' '))}>
              <Icon name="copy" size="xs" />
              {firstRunWords.copyScopes}
            </button>
          </div>
        </section>
        {capabilities.demo && !isDemoOpen && (
          <>
            <div className="or" aria-hidden="true">
              <span />
              <span className="small-text faint">{firstRunWords.or}</span>
              <span />
            </div>
            <button type="button" className="demo" aria-busy={isBusy} onClick={() => !isBusy && void openDemo()}>
              {isBusy ? <StatusGlyph name="running" /> : <Icon name="sun" className="accent" />}
              <span className="two-lines grow">
                <span className="medium">{isBusy ? firstRunWords.demoOpening : firstRunWords.demo}</span>
                <span className="small-text faint">{firstRunWords.demoDetail}</span>
              </span>
              <Icon name="arrow" size="sm" className="faint" />
            </button>
          </>
        )}
        <div className="status-page small-text quiet">
          <Checkbox
            isChecked={isStatusPageRead}
            onChange={(next) => void run({ kind: 'update-settings', patch: { isStatusPageRead: next } })}
          >
            {firstRunWords.statusPage}
          </Checkbox>
        </div>
        <section aria-label={firstRunWords.storage}>
          <StorageFacts />
        </section>
        {hasConnections && (
          <p className="first-run-back">
            <Button look="ghost" keys={['Esc']} onClick={back}>
              {firstRunWords.back}
            </Button>
          </p>
        )}
      </div>
    </main>
  );
};
