interface Typed {
  readonly id: string;
  readonly refused: boolean;
}

/** Calls `onTake` on Enter and blur. `Refusal` with the same id explains a refusal. */
export function TypedField({
  id,
  label,
  text,
  refused,
  numeric = false,
  onText,
  onTake,
}: Typed & {
  label: string;
  text: string;
  numeric?: boolean;
  onText: (text: string) => void;
  onTake?: () => void;
}) {
  return (
    <label className="typed" htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        type="text"
        inputMode={numeric ? 'numeric' : undefined}
        spellCheck={false}
        autoComplete="off"
        value={text}
        aria-invalid={refused}
        aria-describedby={refused ? `${id}-bad` : undefined}
        onChange={({ target }) => onText(target.value)}
        onBlur={onTake}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onTake?.();
        }}
      />
    </label>
  );
}

export function Refusal({ id, words }: { id: string; words: string | null }) {
  return words === null ? null : (
    <p role="alert" id={`${id}-bad`}>
      {words}
    </p>
  );
}
