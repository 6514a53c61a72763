/** The convex programs of two layers, as Python text. */

/** Newton on a working set of blocks, `problems/two-layer/block-newton.ts`; what a place is differs between the programs. */
export const BLOCK_NEWTON = `
class Block:
    """A vector of the program, which adds sign * columns @ t to the output and beta |t| to the objective.

    columns is n x 1 (a hinge, or a direction that is held) or n x 2 (free within its sector).
    """

    def __init__(self, sign, place, columns, t):
        self.sign, self.place, self.columns, self.t = sign, place, columns, t


def residual_of(blocks):
    return target - sum((b.sign * (b.columns @ b.t) for b in blocks), np.zeros(n))


def objective_of(blocks):
    residual = residual_of(blocks)
    return residual @ residual / (2 * n) + beta * sum(np.linalg.norm(b.t) for b in blocks)


def minimise(blocks):
    """Newton's method on all coordinates at once. A block that meets the edge of its place leaves it."""
    for _ in range(60):
        merge(blocks)
        if not blocks:
            return
        residual = residual_of(blocks)
        C = np.hstack([b.sign * b.columns for b in blocks])
        pull = C.T @ residual / n
        H = C.T @ C / n
        parts, at = [], 0
        for b in blocks:
            part = slice(at, at + len(b.t))
            size = np.linalg.norm(b.t)
            unit = b.t / size
            pull[part] -= beta * unit
            if len(unit) == 2:  # a length bends across its vector, not along it
                H[part, part] += beta / size * (np.eye(2) - np.outer(unit, unit))
            parts.append(part)
            at = part.stop
        move = solve(H, pull)
        decrease = pull @ move
        if not decrease > 0:
            return
        done = decrease <= 2.0**-70 * objective_of(blocks)
        rooms = [room(b, move[part]) for b, part in zip(blocks, parts)]
        first = int(np.argmin(rooms))
        step = step_length(blocks, parts, move, residual, C @ move, decrease, min(1.0, rooms[first]))
        for b, part in zip(blocks, parts):
            b.t = b.t + step * move[part]
        if step == rooms[first]:
            leave(blocks, first, move[parts[first]])
        elif done:
            return
    merge(blocks)


def solve(H, pull):
    """H^-1 pull; where H is not positive definite, with a little added to its diagonal."""
    shift = 0.0
    while True:
        try:
            lower = np.linalg.cholesky(H + shift * np.eye(len(H)))
            return np.linalg.solve(lower.T, np.linalg.solve(lower, pull))
        except np.linalg.LinAlgError:
            shift = 2.0**-46 * np.trace(H) / len(H) if shift == 0 else 16 * shift


def step_length(blocks, parts, move, residual, change, decrease, most):
    """The first of most, most/2, ... at which the objective has fallen; differences are summed, not taken."""
    linear, quadratic = -(residual @ change) / n, change @ change / n
    step = most
    while step > 0:
        slope = linear + step * quadratic
        gain = step * (linear + (step / 2) * quadratic)
        for b, part in zip(blocks, parts):
            d1 = move[part]
            after = b.t + step * d1
            long, longer = np.linalg.norm(b.t), np.linalg.norm(after)
            gain += beta * step * ((b.t + after) @ d1) / (long + longer)
            if longer > 0:
                slope += beta * (after @ d1) / longer
        if slope <= 0 or gain <= -1e-4 * step * decrease:
            return step
        step /= 2
    return 0.0
`;

/** The exact program over the plane, `problems/two-layer/convex-program.ts`. */
export const EXACT_PROGRAM = `
# The rows' orthogonal directions cut the circle into sectors; in each of them the same samples are on.

def make_rays():
    """Unit directions orthogonal to the rows, counter-clockwise from angle 0; what coincides is one."""
    lines = np.stack([-A[:, 1], A[:, 0]], axis=1)[np.any(A != 0, axis=1)]
    below = (lines[:, 1] < 0) | ((lines[:, 1] == 0) & (lines[:, 0] < 0))
    lines[below] *= -1
    lines = lines[np.argsort(np.arctan2(lines[:, 1], lines[:, 0]), kind="stable")]
    kept = []
    for line in lines:
        if kept:
            one, other = kept[-1][0] * line[1], kept[-1][1] * line[0]
            if abs(one - other) <= 2.0**-50 * (abs(one) + abs(other)):
                continue
        kept.append(line)
    half = np.array([line / np.linalg.norm(line) for line in kept])
    return np.concatenate([half, -half])


def turn(u, v):
    """The cross product: positive where v lies counter-clockwise of u."""
    return u[0] * v[1] - u[1] * v[0]


target = y
rays = make_rays()
middles = rays + np.roll(rays, -1, axis=0)
for k in np.flatnonzero(~np.any(middles, axis=1)):  # a half turn: a quarter turn from its ray
    middles[k] = [-rays[k][1], rays[k][0]]


def dual_vectors(residual):
    """Of each sector the vector s with eta(u) = s.u there: the sum of residual_i a_i over what is on."""
    pulls = residual[:, None] * A
    found = [(middles[k : k + 500] @ A.T > 0) @ pulls for k in range(0, len(rays), 500)]
    return np.concatenate(found)


def local_maxima(vectors, level):
    """Places where |eta| has a local maximum above the level: (value, direction, place, whether on a ray)."""
    found = []
    for k, ray in enumerate(rays):
        after = rays[(k + 1) % len(rays)]
        slope = lambda sector, u: vectors[sector] @ np.array([-u[1], u[0]])
        value = vectors[k] @ ray
        if abs(value) > level:
            sign = 1 if value > 0 else -1
            if sign * slope(k - 1, ray) >= 0 and sign * slope(k, ray) <= 0:
                found.append((value, ray, k, True))
        size = np.linalg.norm(vectors[k])
        behind, ahead = slope(k, ray), slope(k, after)
        if size > level and behind * ahead < 0:
            sign = 1 if behind > 0 else -1
            found.append((sign * size, sign * vectors[k] / size, k, False))
    return found


def on_ray(sign, ray, v):
    return Block(sign, ("ray", ray), np.maximum(A @ rays[ray], 0)[:, None], np.array([max(0.0, rays[ray] @ v)]))


def in_sector(sign, sector, v):
    """The block of v in the closed sector: on one of its rays where v is not strictly inside."""
    after = (sector + 1) % len(rays)
    behind, ahead = turn(rays[sector], v) <= 0, turn(rays[after], v) >= 0
    if behind and (not ahead or rays[sector] @ v >= 0):
        return on_ray(sign, sector, v)
    if behind or ahead:
        return on_ray(sign, after, v)
    return Block(sign, ("sector", sector), A * (A @ middles[sector] > 0)[:, None], v)


def vector_of(block):
    kind, place = block.place
    return block.t[0] * rays[place] if kind == "ray" else block.t


def room(block, move):
    """How far a block can go along a move before it meets the edge of its place."""
    kind, place = block.place
    if kind == "ray":
        return block.t[0] / -move[0] if move[0] < 0 else math.inf
    after = rays[(place + 1) % len(rays)]
    inwards, onwards = turn(rays[place], move), turn(after, move)
    return min(
        turn(rays[place], block.t) / -inwards if inwards < 0 else math.inf,
        -turn(after, block.t) / onwards if onwards > 0 else math.inf,
    )


def leave(blocks, at, move):
    """A block on a ray has met the origin and goes; one in a sector goes on the ray that it met."""
    block = blocks[at]
    if block.place[0] == "ray":
        del blocks[at]
        return
    reach, moved = 2.0**-52, block
    while moved.place[0] != "ray":
        moved = in_sector(block.sign, block.place[1], block.t + reach * move)
        reach *= 2
    if moved.t[0] == 0:
        del blocks[at]
    else:
        blocks[at] = moved


def sectors_of(block):
    kind, place = block.place
    return [place, (place - 1) % len(rays)] if kind == "ray" else [place]


def merge(blocks):
    """Joins what shares a closed sector and a sign: the sum says the same and is no longer."""
    i = 1
    while i < len(blocks):
        for j in range(i):
            a, b = blocks[i], blocks[j]
            common = [s for s in sectors_of(a) if s in sectors_of(b)]
            if a.sign == b.sign and common:
                v = vector_of(a) + vector_of(b)
                same_ray = a.place[0] == "ray" and a.place == b.place
                blocks[j] = on_ray(a.sign, a.place[1], v) if same_ray else in_sector(a.sign, common[0], v)
                del blocks[i]
                i = 0  # what has grown together may share a sector with a third
                break
        i += 1


def bound_of(residual):
    """A lower bound of F over all networks, by weak duality: -n/2 |l|^2 + l.y for l = t residual with |eta| <= beta."""
    squares, product = residual @ residual, residual @ y
    if not squares > 0:
        return 0.0
    absolute, size = np.abs(residual * y).sum(), (np.abs(residual) * np.abs(A).sum(axis=1)).sum()
    found = local_maxima(dual_vectors(residual), 0)
    largest = max([abs(value) for value, *_ in found], default=0) + 8 * 2.0**-53 * size
    limit = beta / largest if largest > 0 else math.inf
    t = min(limit, max(-limit, product / (n * squares)))
    square = n / 2 * t * t * squares
    rounding = (n + 8) * 2.0**-53 * (square + abs(t) * absolute)  # counted against it
    return max(0.0, t * product - square - rounding)


def take_in(blocks):
    """The few directions where the dual curve exceeds beta most, each as long as is best while the others stay."""
    residual = residual_of(blocks)
    found = local_maxima(dual_vectors(residual), n * beta)
    for value, direction, place, is_ray in sorted(found, key=lambda touch: -abs(touch[0]))[:8]:
        sign = 1 if value > 0 else -1
        output = np.maximum(A @ direction, 0)
        size = (sign * (residual @ output) - n * beta) / (output @ output)
        if size > 0:
            residual = residual - sign * size * output
            blocks.append((on_ray if is_ray else in_sector)(sign, place, size * direction))


def neurons_of(blocks):
    """Each block as the neuron w = v/sqrt|v|, alpha = sign sqrt|v|."""
    found = []
    for b in blocks:
        root = math.sqrt(np.linalg.norm(vector_of(b)))
        if root > 0:
            found.append(([float(x) for x in vector_of(b) / root], b.sign * root))
    return found
`;

/** The lasso over hinges, `problems/two-layer/hinge-program.ts`. */
export const HINGE_PROGRAM = `
# With free biases and a free constant the program is a lasso over hinges (x - x_j)_+ and (x_j - x)_+.
# The best constant makes all means vanish: columns and labels less their means leave it out.

x = A[:, 0]
kinks = np.unique(x)
target = (y - y.mean()) - (y - y.mean()).mean()


def hinge(place):
    """The hinge of a place: twice the number of its kink, and 1 more where it rises to the left."""
    way = 1 if place % 2 == 0 else -1
    return np.maximum(way * (x - kinks[place // 2]), 0)


def room(block, move):
    return block.t[0] / -move[0] if move[0] < 0 else math.inf


def leave(blocks, at, move):
    del blocks[at]  # it has become 0


def merge(blocks):
    pass  # none is taken in twice, and none leaves its place


def hinge_products(residual):
    """hinge'residual of all hinges."""
    right = [residual @ np.maximum(x - kink, 0) for kink in kinks]
    left = [residual @ np.maximum(kink - x, 0) for kink in kinks]
    return np.stack([right, left], axis=1).ravel()


def bound_of(residual):
    """A lower bound over all networks, by weak duality: -n/2 |l|^2 + l.y for l = t residual with |hinge'l| <= beta."""
    r = residual - residual.mean()
    squares, product = r @ r, r @ y
    if not squares > 0:
        return 0.0
    size = np.abs(r).sum()
    absolute = np.abs(r * y).sum()
    largest = np.abs(hinge_products(r)).max() + 32 * 2.0**-53 * size * np.abs(x).max()
    limit = beta / largest if largest > 0 else math.inf
    t = min(limit, max(-limit, product / (n * squares)))
    square = n / 2 * t * t * squares
    rounding = 8 * 2.0**-53 * (square + abs(t) * (absolute + size * np.abs(y).max()))  # counted against it
    return max(0.0, t * product - square - rounding)


def take_in(blocks):
    """Local maxima of |hinge'residual| along the kinks that exceed n beta, the largest first."""
    residual = residual_of(blocks)
    height = np.abs(hinge_products(residual - residual.mean()))
    at = lambda place: height[place] if 0 <= place < len(height) else 0
    present = [b.place for b in blocks]
    found = [
        p
        for p in range(len(height))
        if at(p) > n * beta and at(p) > at(p - 2) and at(p) >= at(p + 2) and p not in present
    ]
    pairs, taken = 0, []
    for place in sorted(found, key=lambda p: -at(p)):
        # Two hinges with one kink differ by a line: a pair more a round is enough.
        if place ^ 1 in taken or place ^ 1 in present:
            pairs += 1
            if pairs > 1:
                continue
        taken.append(place)
    for place in taken[:16]:
        column = hinge(place) - hinge(place).mean()
        slope = residual @ column
        sign = 1 if slope > 0 else -1
        size = (sign * slope - n * beta) / (column @ column)
        if size > 0:
            residual = residual - sign * size * column
            blocks.append(Block(sign, place, column[:, None], np.array([size])))


def neurons_of(blocks):
    """Each hinge as a neuron ((slope, bias), alpha)."""
    found = []
    for b in blocks:
        way, root = (1 if b.place % 2 == 0 else -1), math.sqrt(b.t[0])
        found.append(([way * root, float(-way * root * kinks[b.place // 2])], b.sign * root))
    return found
`;

/** Rounds of either program, as `exact-solver.ts` and `hinge-program.ts` end them. */
export const SOLVE_PROGRAM = `
def solve_program():
    """The convex program in rounds: objectives, certified lower bounds, and the neurons of the best round."""
    blocks, best = [], []
    objectives = [float(objective_of(blocks))]
    bounds = [bound_of(residual_of(blocks))]
    resting = 0
    while len(objectives) <= steps and resting < 3 and objectives[-1] - bounds[-1] > 1e-9 * objectives[-1]:
        take_in(blocks)
        minimise(blocks)
        objective, bound = objective_of(blocks), bound_of(residual_of(blocks))
        resting = 0 if objective < objectives[-1] else resting + 1
        if objective < objectives[-1]:
            best = neurons_of(blocks)
        objectives.append(float(min(objective, objectives[-1])))
        bounds.append(float(max(bound, bounds[-1])))
    return best, np.array(objectives), np.array(bounds)
`;
