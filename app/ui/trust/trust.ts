/** The scripts that the page itself starts, below its own folder: the engine's worker and what keeps it offline. */
const OWN = /^(?:assets\/engine\.worker-[\w-]+\.js|service-worker\.js)$/;

/** Whether an address is one of the page's own scripts. */
export function isOwnScript(address: string, page: string): boolean {
  const folder = new URL('.', page).href;
  return address.startsWith(folder) && OWN.test(address.slice(folder.length));
}

/** What a policy may have of `trustedTypes`; browsers without it have none. */
interface TrustedTypesLike {
  createPolicy(
    name: string,
    rules: { createScriptURL?(address: string): string; createHTML?(markup: string): string },
  ): { createHTML(markup: string): string };
}

/** The browser's Trusted Types; undefined where it has none. */
export const trustedTypes = (globalThis as { trustedTypes?: TrustedTypesLike }).trustedTypes;

/**
 * From here on the page may start the scripts that `isOwn` knows and no other, and text never becomes markup: what the
 * content security policy (scripts/build/policy.ts) demands, where the browser has Trusted Types. Throws at the second call.
 */
export function trustOnly(isOwn: (address: string) => boolean): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      if (isOwn(address)) return address;
      throw new TypeError(`expected a script of the page itself; got ${address.slice(0, 200)}`);
    },
  });
}
