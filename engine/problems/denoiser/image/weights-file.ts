import json from './denoiser-weights.json' with { type: 'json' };

/**
 * The weights that ship, behind a module of our own: Vite drops the attribute of a static import where its servers make JSON a script,
 * and keeps that of a dynamic one, which a browser then refuses. As they came: unchecked.
 */
export const weightsFile: unknown = json;
