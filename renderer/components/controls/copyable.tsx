import { usePage } from '../../page/page.ts';
import { commandWords } from '../../words/commands.ts';
import { IconButton } from './button.tsx';

/** Copies `text`. `what` names it in the button's label and in what is said then; the default is the text itself. */
export const CopyButton = ({ text, what }: { text: string; what?: string }) => {
  const { copy } = usePage();
  return <IconButton icon="copy" size="small" label={commandWords.copy(what ?? text)} onClick={() => void copy(text, what)} />;
};

/** A line of code or an id in a box, with its copy button. */
export const Copyable = ({ label, text }: { label: string; text: string }) => (
  <div className="well">
    <span className="small-text faint">{label}</span>
    <span className="mono cut grow">{text}</span>
    <CopyButton text={text} />
  </div>
);
