import type { ComponentProps, ReactNode } from 'react';

/** A button with words, behind an icon where there is one; a quiet one where its class says nothing else. */
export function Button({
  words,
  icon,
  className = 'text-button',
  ...rest
}: Omit<ComponentProps<'button'>, 'children' | 'type'> & { words: ReactNode; icon?: ReactNode }) {
  return (
    <button type="button" className={className} {...rest}>
      {icon}
      {words}
    </button>
  );
}
