import { classNames } from '../class-names.ts';

/** Shapes of states. They differ without colour, and a word always stands beside them. */
const shapes = {
  active: <circle cx="8" cy="8" r="4" fill="currentColor" stroke="none" />,
  off: <circle cx="8" cy="8" r="3.75" />,
  down: (
    <path
      fill="currentColor"
      stroke="none"
      fillRule="evenodd"
      d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3l3.8-3.8ZM8 3.9a.9.9 0 0 0-.9.95l.2 3.5a.7.7 0 0 0 1.4 0l.2-3.5A.9.9 0 0 0 8 3.9Zm0 6.2a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z"
    />
  ),
  warn: (
    <path
      fill="currentColor"
      stroke="none"
      fillRule="evenodd"
      d="M7.1 1.9a1.05 1.05 0 0 1 1.8 0l6.2 10.7a1.05 1.05 0 0 1-.9 1.6H1.8a1.05 1.05 0 0 1-.9-1.6L7.1 1.9ZM8 5a.85.85 0 0 0-.85.9l.2 3a.65.65 0 0 0 1.3 0l.2-3A.85.85 0 0 0 8 5Zm0 5.4a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9Z"
    />
  ),
  running: (
    <>
      <circle cx="8" cy="8" r="5" opacity=".3" strokeWidth="2" />
      <path d="M8 3a5 5 0 0 1 5 5" strokeWidth="2" />
    </>
  ),
  starting: <circle cx="8" cy="8" r="4.5" strokeDasharray="2 2.7" />,
  done: (
    <path
      fill="currentColor"
      stroke="none"
      fillRule="evenodd"
      d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm3.2 4.3a.8.8 0 0 0-1.15.05L7.2 9.05 5.9 7.8a.8.8 0 0 0-1.1 1.15l1.9 1.8a.8.8 0 0 0 1.15-.05l3.4-3.75a.8.8 0 0 0-.05-1.15Z"
    />
  ),
  failed: (
    <path
      fill="currentColor"
      stroke="none"
      fillRule="evenodd"
      d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM6 4.9A.8.8 0 0 0 4.9 6l2 2-2 2A.8.8 0 0 0 6 11.1l2-2 2 2a.8.8 0 0 0 1.1-1.1l-2-2 2-2A.8.8 0 0 0 10 4.9l-2 2-2-2Z"
    />
  ),
} as const;

export type GlyphName = keyof typeof shapes;

const tones: Record<GlyphName, string> = {
  active: 'ok',
  off: 'faint',
  down: 'danger',
  warn: 'warn',
  running: 'accent',
  starting: 'accent',
  done: 'ok',
  failed: 'danger',
};

/** `isQuiet` removes the colour and keeps the shape, for data that may be out of date. */
export const StatusGlyph = ({ name, isQuiet = false, className }: { name: GlyphName; isQuiet?: boolean; className?: string }) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 16"
    className={classNames('glyph', isQuiet ? 'faint' : tones[name], name === 'running' && 'spin', className)}
  >
    {shapes[name]}
  </svg>
);
