import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ComponentProps } from 'react';
import type { PageControl } from '../../../engine/scenario/control-names.ts';
import { useControl, useTitle } from '../../session/use-control.ts';

/** A button under the link's limits. */
export function ControlButton({
  control,
  title,
  disabled = false,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { control: PageControl | 'crowd'; title: string }) {
  const state = useControl(control);
  const words = useTitle(state, title);
  if (state === 'hidden') return null;
  return <button type="button" {...rest} disabled={disabled || state === 'locked'} title={words} />;
}

/** The same with an icon; its title defaults to the words. */
export function IconControl({
  icon: Icon,
  words,
  title = words,
  ...rest
}: Omit<ComponentProps<typeof ControlButton>, 'title' | 'children'> & {
  icon: LucideIcon;
  words: string;
  title?: string;
}) {
  return (
    <ControlButton {...rest} title={title}>
      <Icon size={18} aria-hidden />
      <span>{words}</span>
    </ControlButton>
  );
}
