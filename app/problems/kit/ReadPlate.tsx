import './read-below.css';
import type { HTMLAttributes, ReactNode, RefObject } from 'react';
import type { Describe, Picture } from '../../session/picture/picture.ts';
import { Drawing } from '../../ui/Drawing.tsx';

interface ReadPlateProps
  extends Pick<
    HTMLAttributes<HTMLDivElement>,
    'onPointerMove' | 'onPointerDown' | 'onPointerLeave' | 'onClick' | 'onFocus' | 'onBlur' | 'onKeyDown'
  > {
  /** A name for tests; the read-out is `probe-<name>`. */
  readonly name: string;
  readonly className: string;
  readonly box: RefObject<HTMLDivElement | null>;
  /** What the surface that takes the keys is called, and the picture on it. */
  readonly surface: string;
  readonly label: string;
  readonly picture: Picture;
  /** What lies under it and seldom changes. */
  readonly ground?: Picture;
  readonly describe: () => Promise<Describe>;
  /** What is read, or the hint where that is nothing. It is read aloud only where a key asked for it. */
  readonly words: string;
  readonly hint: string;
  readonly spoken: boolean;
  /** What stands below the words. */
  readonly children?: ReactNode;
}

/** A picture whose parts a pointer or the arrow keys read, with the words for the one that is read below it. */
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
