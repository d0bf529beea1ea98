/** A short list to choose from, drawn by the system. */
export const ChoiceField = <T extends string | number>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}) => (
  <select
    className="field"
    aria-label={label}
    value={String(value)}
    onChange={(event) => {
      const chosen = options.find((option) => String(option.value) === event.target.value);
      if (chosen) onChange(chosen.value);
    }}
  >
    {options.map((option) => (
      <option key={option.value} value={String(option.value)}>
        {option.label}
      </option>
    ))}
  </select>
);
