import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

/** A button with words and an optional icon; quiet unless it is primary or has a class. */
export function Button({
  words,
  icon: Icon,
  size = 16,
  primary,
  ...rest
}: Omit<ComponentProps<'button'>, 'children' | 'type'> & {
  words: ReactNode;
  icon?: LucideIcon;
  /** Pixels of the icon. */
  size?: number;
  primary?: boolean;
}) {
  return (
    <button type="button" className={primary ? 'primary' : 'text-button'} {...rest}>
      {Icon && <Icon size={size} aria-hidden />}
      {words}
    </button>
  );
}
