/**
 * What of the pictures the explanation points at, by the name that `Shown.highlight` has then; each picture lights up what it has, its side's
 * `left` or `right` alone.
 */
export type GameMark =
  /** Where a side stands: g of the network, (w, d) of the plane, (w1, w2) of two weights. */
  | 'left'
  | 'right'
  /** x: the star, or of the plane the saddle (x, 0). */
  | 'plant'
  /** The columns v_j with their cone. */
  | 'columns'
  /** d, as an arrow. */
  | 'discriminator'
  /** d*, its separating line and the nearest point of the cone; nothing where x can be reached. */
  | 'certificate'
  /** The floor on the curve of the mse. */
  | 'floor'
  /** What is generated, a dot for each noise sample. */
  | 'cloud'
  /** The closed orbit of the plane. */
  | 'ellipse';
