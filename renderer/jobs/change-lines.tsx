/** What changes or was changed, a line for each part. */
export const ChangeLines = ({ lines, label }: { lines: readonly string[]; label: string }) => (
  <ul className="change-lines" aria-label={label}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
