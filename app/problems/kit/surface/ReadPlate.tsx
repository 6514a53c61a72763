import './read-below.css';
import type { HTMLAttributes, ReactNode, RefObject } from 'react';
import type { Describe, Picture } from '../../../session/picture/picture.ts';
import { Drawing } from '../../../ui/Drawing.tsx';

interface ReadPlateProps
  extends Pick<
    HTMLAttributes<HTMLDivElement>,
    'onPointerMove' | 'onPointerDown' | 'onPointerLeave' | 'onClick' | 'onFocus' | 'onBlur' | 'onKeyDown'
  > {
  /** Test id; the read-out is `probe-<name>`. */
  readonly name: string;
  readonly className: string;
  readonly box: RefObject<HTMLDivElement | null>;
  /** Accessible names of the key surface, and of the picture. */
  readonly surface: string;
  readonly label: string;
  readonly picture: Picture;
  /** Lower layer, which seldom changes. */
  readonly ground?: Picture;
  readonly describe: () => Promise<Describe>;
  /** Current reading, or empty; then `hint` is shown. Spoken aloud only after a key. */
  readonly words: string;
  readonly hint: string;
  readonly spoken: boolean;
  readonly children?: ReactNode;
}

/** A picture whose parts are read by pointer or arrow keys, with the words below. */
export function ReadPlate({
  name,
  className,
  box,
  surface,
  label,
  picture,
  ground,
  describe,
  words,
  hint,
  spoken,
  children,
  ...handlers
}: ReadPlateProps) {
  return (
    <div className={`plate ${className}`}>
      <div
        ref={box}
        className="pointed"
        data-arrows
        data-testid={name}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its parts are read here by keyboard.
        tabIndex={0}
        aria-label={surface}
        {...handlers}
      >
        {ground && <Drawing picture={ground} />}
        <Drawing picture={picture} label={label} describe={describe} />
      </div>
      <output
        aria-live={spoken ? 'polite' : 'off'}
        className={words === '' ? 'probe hint' : 'probe'}
        data-testid={`probe-${name}`}
      >
        {words || hint}
      </output>
      {children}
    </div>
  );
}
