import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

/**
 * A button that is a picture: its words are its name and its title, with the key that does the same where there is one.
 * One that can do nothing now (`able` is false) stays where it is and keeps the focus.
 */
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
  /** Pixels of the icon. */
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
