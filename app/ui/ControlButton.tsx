import type { ButtonHTMLAttributes } from 'react';
import type { PageControl } from '../../engine/scenario/control-names.ts';
import { useControl, useTitle } from '../session/use-control.ts';

/** A button that a link may lock or hide. */
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
