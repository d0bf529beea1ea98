import type { TrayFace } from '../../../preload/contract/view.ts';
import { BuoyMark } from '../../components/icons/buoy-mark.tsx';

const beside = (
  <>
    <circle cx="5" cy="2.5" r="1.5" fill="currentColor" />
    <path d="M3.5 5h3l.6 2H2.9Z" fill="currentColor" />
    <path d="M2.6 8h4.8l.9 3H1.7Z" fill="currentColor" />
  </>
);
const smallSea = <path d="M.75 14.25c1.4 0 1.4-1.5 2.83-1.5s1.4 1.5 2.83 1.5 1.4-1.5 2.84-1.5" className="stroke" />;

const shapes: Record<Exclude<TrayFace, 'ok' | 'busy' | 'attention'>, React.ReactNode> = {
  offline: (
    <>
      <mask id="cut-offline" maskUnits="userSpaceOnUse" x="-1" y="-1" width="18" height="18">
        <rect x="-1" y="-1" width="18" height="18" fill="#fff" />
        <path d="M2 1.5 14.5 14" stroke="#000" strokeWidth="3.4" />
      </mask>
      <g mask="url(#cut-offline)">
        <circle cx="8" cy="2.5" r="1.5" fill="currentColor" />
        <path d="M6.5 5h3l.6 2H5.9Z" fill="currentColor" />
        <path d="M5.6 8h4.8l.9 3H4.7Z" fill="currentColor" />
        <path d="M1 14.25c1.75 0 1.75-1.5 3.5-1.5s1.75 1.5 3.5 1.5 1.75-1.5 3.5-1.5 1.75 1.5 3.5 1.5" className="stroke" />
      </g>
      <path d="M1.75 1.25 14.25 13.75" className="stroke" />
    </>
  ),
  throttled: (
    <>
      {beside}
      {smallSea}
      <path d="M10 2h5v1.6L13.1 6.5 15 9.4V11h-5V9.4l1.9-2.9L10 3.6Z" fill="currentColor" />
    </>
  ),
  'signed-out': (
    <>
      <circle cx="5" cy="2.5" r="1.1" className="stroke thin" />
      <path d="M3.5 5.5h3l1.5 5h-6Z" className="stroke thin" />
      {smallSea}
      <rect x="10" y="6" width="5" height="5" rx=".8" fill="currentColor" />
      <path d="M11.25 6.25V4.5a1.25 1.25 0 0 1 2.5 0v1.75" className="stroke thin" />
    </>
  ),
  paused: (
    <>
      {beside}
      {smallSea}
      <rect x="10" y="2" width="2" height="9" rx=".5" fill="currentColor" />
      <rect x="13" y="2" width="2" height="9" rx=".5" fill="currentColor" />
    </>
  ),
};

/** The product's mark while Buoy works, else the tray's own glyph for what keeps it from working. */
export const TrayFaceIcon = ({ face }: { face: TrayFace }) =>
  face === 'ok' || face === 'busy' || face === 'attention' ? (
    <BuoyMark className="mark" />
  ) : (
    <span className="tray-face">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[face]}
      </svg>
    </span>
  );
