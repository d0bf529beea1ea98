import { useDelayed } from '../../hooks/use-delayed.ts';

const widths = [120, 92, 138, 76, 108, 126, 88, 114];

/** Placeholder rows of the real height while the first data is read, shown only after 300 ms. `text` says what is being read. */
export const SkeletonRows = ({ text, rows = 8 }: { text: string; rows?: number }) => {
  const isDue = useDelayed(true);
  if (!isDue) return null;
  return (
    <div className="skeleton">
      {widths.slice(0, rows).map((width) => (
        <div key={width} className="skeleton-row" aria-hidden="true">
          <i style={{ width }} />
          <span className="grow" />
          <i className="dot" />
          <i style={{ width: 44 }} />
          <i style={{ width: 48 }} />
        </div>
      ))}
      <p role="status" className="small-text faint">
        {text}
      </p>
    </div>
  );
};
