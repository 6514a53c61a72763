import { trustOnly } from '../../ui/trust/trust.ts';

// The worker is text that the page carries (inlined-engine.ts). Whoever can make a blob runs in the page already.
trustOnly((address) => address.startsWith('blob:'));
