import json from './denoiser-weights.json' with { type: 'json' };

/**
 * Shipped weights, unchecked. In a module of its own because Vite drops the import attribute of a static import (its servers make JSON a
 * script) but keeps that of a dynamic one, which browsers then refuse.
 */
export const weightsFile: unknown = json;
