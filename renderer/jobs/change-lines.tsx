import { CutList } from './cut-list.tsx';

/** What changes or was changed, a line for each part. */
export const ChangeLines = ({ lines, label }: { lines: readonly string[]; label: string }) => (
  <CutList texts={lines} label={label} className="change-lines" />
);
