/** Session-storage key: a table was kept for the tab's next page. */
export const OWN_TABLE = 'twin-descent-own-table';

/** True if a table was kept; false if the browser refuses access. */
export function hasOwnTable(): boolean {
  try {
    return sessionStorage.getItem(OWN_TABLE) !== null;
  } catch {
    return false;
  }
}

/** Forgets it, because another table was opened since. */
export function forgetOwnTable(): void {
  try {
    sessionStorage.removeItem(OWN_TABLE);
  } catch {
    // If the browser refuses, none was kept.
  }
}
