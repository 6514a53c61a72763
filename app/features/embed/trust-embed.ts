import { trustOnly } from '../../ui/trust/trust.ts';

// Accept blobs: the worker is text in the page (inlined-engine.ts), and only the page's code can make one.
trustOnly((address) => address.startsWith('blob:'));
