import type { SelectHTMLAttributes } from 'react';

/** A labelled select; `onChoose` gets the value, not its text. */
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
      {/* Named explicitly: a label around it would include the options. */}
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
