/** Number of characters at the end that are never cut. */
const tail = 8;

/** Text that can be cut anywhere. Others may run from right to left, or have characters of several code units. */
const isPlain = /^[ -~]*$/;

/** Cuts a long name in the middle, because names often differ only at the end. The tooltip shows the whole name. */
export const MiddleCut = ({ text, className = '' }: { text: string; className?: string }) =>
  text.length <= 20 || !isPlain.test(text) ? (
    <span className={`cut ${className}`} title={text} dir="auto">
      {text}
    </span>
  ) : (
    <span className={`middle-cut ${className}`} title={text}>
      <span className="cut">{text.slice(0, -tail)}</span>
      <span className="nowrap">{text.slice(-tail)}</span>
    </span>
  );
