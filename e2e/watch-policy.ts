import type { BrowserContext } from '@playwright/test';

/** What begins the words in which a page tells of a violation. */
const TOLD = 'content security policy refused';

/** What the console says of a violation by itself; of the parent's policy for a frame the frame hears nothing. */
const SAID = /Content Security Policy|Trusted(?:Types?|HTML|Script|ScriptURL)\b/;

/** Watches all pages, frames and workers of a context; returns the list in which violations and requests to other hosts arrive. */
export async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const broken: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && hostname !== 'localhost' && hostname !== '127.0.0.1')
      broken.push(`request to ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.text().startsWith(TOLD) || (message.type() === 'error' && SAID.test(message.text())))
      broken.push(message.text());
  });
  await context.addInitScript((told) => {
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
        console.info(`${told}: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`),
    );
  }, TOLD);
  return broken;
}
