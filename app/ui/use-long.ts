import { useEffect, useState } from 'react';

/** Milliseconds; less needs no message. */
const LONG = 300;

/** Returns true once its argument has been true for 300 ms. */
export function useLong(isSo: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLong(true), LONG);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isSo]);
  return isLong;
}
