import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

/** A button with an optional icon; quiet unless primary or with a class. */
export function Button({
  words,
  icon: Icon,
  size = 16,
  primary,
  ...rest
}: Omit<ComponentProps<'button'>, 'children' | 'type'> & {
  words: ReactNode;
  icon?: LucideIcon;
  /** Icon's pixels. */
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
