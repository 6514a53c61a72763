/** For e2e/webkit-driver.ts; described in free-port.mjs. */
export function findFreePort(): Promise<number>;
