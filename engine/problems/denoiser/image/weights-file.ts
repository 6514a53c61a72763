import json from './denoiser-weights.json' with { type: 'json' };

/**
 * Unchecked. A module of its own: Vite drops the import attribute of a static import (its servers make JSON a script) but keeps a dynamic
 * one's, which browsers then refuse.
 */
export const weightsFile: unknown = json;
