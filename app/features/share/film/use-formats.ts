import { useEffect, useState } from 'react';
import { LIMITS } from './choice.ts';
import { askFormats, type FilmFormats } from './formats.ts';

/** What this browser can make at a size; what it said last while the size is none. Null before it was asked. */
export function useFormats(width: number, height: number): FilmFormats | null {
  const [formats, setFormats] = useState<FilmFormats | null>(null);
  const isSize =
    width >= LIMITS.width.least &&
    width <= LIMITS.width.most &&
    height >= LIMITS.height.least &&
    height <= LIMITS.height.most &&
    width % 2 === 0 &&
    height % 2 === 0;
  useEffect(() => {
    if (!isSize) return;
    let ended = false;
    void askFormats(width, height).then((found) => {
      if (!ended) setFormats(found);
    });
    return () => {
      ended = true;
    };
  }, [isSize, width, height]);
  return formats;
}
