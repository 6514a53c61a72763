import { useEffect, useState } from 'react';

/** Milliseconds after which a person wonders; what is done sooner needs no word. */
const LONG = 300;

/** Whether something has been so for a while. */
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
