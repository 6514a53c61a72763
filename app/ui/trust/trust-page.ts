import { isOwnScript, trustOnly } from './trust.ts';

trustOnly((address) => isOwnScript(address, location.href));
