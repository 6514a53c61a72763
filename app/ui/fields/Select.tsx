import type { SelectHTMLAttributes } from 'react';

/** One choice among words, below its label. `onChoose` gets the value of the option, not its text. */
export function Select<Value extends string | number>({
  label,
  options,
  onChoose,
  className = 'control',
  ...rest
}: Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> & {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}) {
  return (
    <label className={className}>
      <span>{label}</span>
      {/* Named by the label alone: a label around a field holds the texts of its options too. */}
      <select
        aria-label={label}
        {...rest}
        onChange={({ target }) => onChoose(options[target.selectedIndex]![0])}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
