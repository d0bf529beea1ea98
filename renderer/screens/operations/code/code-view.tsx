import { useMemo } from 'react';
import { highlight } from './highlight.ts';

/** Code to read, with names, texts and numbers in colours. Very long code is not coloured, so that the page stays fast. */
export const CodeView = ({ code, label }: { code: string; label: string }) => {
  const pieces = useMemo(() => (code.length > 100_000 ? [{ text: code, tone: 'plain' as const }] : highlight(code)), [code]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <pre role="region" className="op-code mono" aria-label={label} tabIndex={0}>
      {pieces.map((piece, index) =>
        piece.tone === 'plain' ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity and are replaced together.
          <span key={index} className={`op-${piece.tone}`}>
            {piece.text}
          </span>
        ),
      )}
    </pre>
  );
};
