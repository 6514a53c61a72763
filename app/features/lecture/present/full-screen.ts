interface KeyboardLock {
  readonly keyboard?: { lock?(keys: readonly string[]): Promise<void> };
}

/** Enters full screen; if the browser refuses, presenting continues in the window. */
export async function enterFullScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen();
    // If the browser allows, Escape goes to the page, so that it closes the blank screen first.
    await (navigator as KeyboardLock).keyboard?.lock?.(['Escape']);
  } catch {
    // Presenting in the window.
  }
}

/**
 * Follows full screen during presenting. Leaving it by the browser's Escape counts as one Escape; leaving it by F or for a new window
 * (`isExpected`) does not stop presenting. Returns a function that stops this and leaves full screen.
 */
export function followFullScreen(isExpected: () => boolean): () => void {
  let lastKey = '';
  const onKey = ({ key }: KeyboardEvent) => {
    lastKey = key.toLowerCase();
  };
  const onChange = () => {
    if (!document.fullscreenElement && lastKey !== 'f' && !isExpected())
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    lastKey = '';
  };
  addEventListener('keydown', onKey, true);
  document.addEventListener('fullscreenchange', onChange);
  return () => {
    removeEventListener('keydown', onKey, true);
    document.removeEventListener('fullscreenchange', onChange);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  };
}
