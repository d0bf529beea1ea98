/** How many characters of the end are always kept. */
const tail = 8;

/** Cuts a long name in its middle, since its end is what tells it apart; the whole name is the tooltip. */
export const MiddleCut = ({ text, className = '' }: { text: string; className?: string }) =>
  text.length <= 20 ? (
    <span className={`cut ${className}`} title={text}>
      {text}
    </span>
  ) : (
    <span className={`middle-cut ${className}`} title={text}>
      <span className="cut">{text.slice(0, -tail)}</span>
      <span className="nowrap">{text.slice(-tail)}</span>
    </span>
  );
