import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

/** Icon button with `words` as name and title. `able` false: it keeps place and focus but does nothing. */
export function IconButton({
  words,
  shortcut,
  icon: Icon,
  size = 18,
  able,
  ...rest
}: Omit<ComponentProps<'button'>, 'children' | 'title' | 'aria-label' | 'aria-disabled'> & {
  words: string;
  shortcut?: string;
  icon: LucideIcon;
  size?: number;
  able?: boolean;
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={words}
      title={shortcut === undefined ? words : `${words} (${shortcut})`}
      aria-disabled={able === undefined ? undefined : !able}
      {...rest}
    >
      <Icon size={size} aria-hidden />
    </button>
  );
}
