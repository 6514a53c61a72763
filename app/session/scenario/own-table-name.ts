/** The tab's word that a table was kept for its next page. */
export const OWN_TABLE = 'twin-descent-own-table';

/** Whether there is one; false where the browser refuses to tell. */
export function hasOwnTable(): boolean {
  try {
    return sessionStorage.getItem(OWN_TABLE) !== null;
  } catch {
    return false;
  }
}

/** Another table has been opened since: the next page is not to be given the older one. */
export function forgetOwnTable(): void {
  try {
    sessionStorage.removeItem(OWN_TABLE);
  } catch {
    // Where the browser refuses, none was kept.
  }
}
