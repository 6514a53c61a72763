/** Session-storage key: a table for the tab's next page. */
export const OWN_TABLE = 'twin-descent-own-table';

/** True if a table was kept; false if the browser refuses. */
export function hasOwnTable(): boolean {
  try {
    return sessionStorage.getItem(OWN_TABLE) !== null;
  } catch {
    return false;
  }
}

/** Forgets it: another table was opened. */
export function forgetOwnTable(): void {
  try {
    sessionStorage.removeItem(OWN_TABLE);
  } catch {
    // If the browser refuses, none was kept.
  }
}
