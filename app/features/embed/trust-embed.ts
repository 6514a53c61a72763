import { trustOnly } from '../../ui/trust/trust.ts';

// Accept blobs: the worker is text in the page (inlined-engine.ts), and whoever can make a blob already runs in the page.
trustOnly((address) => address.startsWith('blob:'));
