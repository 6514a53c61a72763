/** Formats an external value in at most 40 characters: as JSON, numbers in link format. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (jsonOf(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Returns JSON; marks values that are too deep or cyclic. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return '[…]';
  }
}
