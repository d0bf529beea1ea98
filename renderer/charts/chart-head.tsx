import type { ReactNode } from 'react';

/** Title of a chart, and what stands at its right end. */
export const ChartHead = ({ title, level, children }: { title: string; level: number; children?: ReactNode }) => (
  <header className="chart-head">
    <span role="heading" aria-level={level} className="medium cut" title={title}>
      {title}
    </span>
    <span className="grow" />
    {children}
  </header>
);
