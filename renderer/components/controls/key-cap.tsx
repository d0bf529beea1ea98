import { shortcutWords } from '../../words/palette.ts';

const isMac = /mac/i.test(globalThis.navigator?.platform ?? '');

/** Shows the keys of a command. `Mod` is Ctrl, or ⌘ on a Mac. */
export const KeyCaps = ({ keys }: { keys: readonly string[] }) => (
  <span className="keys" aria-hidden="true">
    {keys.map((key) => (
      <kbd key={key} className="key">
        {key === 'Mod' ? (isMac ? shortcutWords.modMac : shortcutWords.modOther) : key}
      </kbd>
    ))}
  </span>
);
