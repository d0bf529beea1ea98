/** The one thing to do on a strip. */
export const StripAct = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button type="button" className="link small-text nowrap" onClick={onClick}>
    {label}
  </button>
);
