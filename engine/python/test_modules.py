"""The Python modules against the engine's fixtures, which share no code with them.

Run by modules.test.ts, or by hand: python3 engine/python/test_modules.py
"""

import itertools
import json
import os
import sys
import unittest
from pathlib import Path

import numpy as np

ENGINE = Path(__file__).resolve().parents[1]
sys.path += [str(ENGINE / "python"), *map(str, sorted(ENGINE.glob("problems/**/")))]

import convex_program as program  # noqa: E402
import federated  # noqa: E402
import gan  # noqa: E402
import learned_images as images  # noqa: E402
import lift  # noqa: E402
import networks  # noqa: E402
import one_neuron as neuron  # noqa: E402
import output_program  # noqa: E402
import shuffle  # noqa: E402
import twin_descent as td  # noqa: E402
import two_layer as network  # noqa: E402
import two_pixels as pixels  # noqa: E402
import vector_output as outputs  # noqa: E402
from hinge_program import HingeProgram  # noqa: E402
from symmetric_eigen import symmetric_eigen  # noqa: E402


def fixture(name):
    return json.loads((ENGINE / "fixtures" / f"{name}.json").read_text())


ALL = os.environ.get("TEST_TIER") == "all"


def some(cases, count):
    """As `spread` of scripts/tier.mjs: all cases under `npm run test:all`, else so many of them."""
    cases = list(cases)
    if ALL or len(cases) <= count:
        return cases
    return [cases[i * (len(cases) - 1) // (count - 1)] for i in range(count)]


def rows_of(case, columns):
    return np.array(case["features"]).reshape(-1, columns), np.array(case["labels"])


# A script has the engine's bits (write-python.test.ts), and the engine keeps to the same fixture.
SCRIPTS = "only under npm run test:all"


class Modules(unittest.TestCase):
    def assert_near(self, actual, expected, tolerance):
        """Differences are relative to the largest number that is expected."""
        actual, expected = np.array(actual, dtype=float), np.array(expected, dtype=float)
        self.assertEqual(actual.shape, expected.shape)
        size = np.max(np.abs(expected), initial=0)
        self.assertLessEqual(np.max(np.abs(actual - expected), initial=0), tolerance * size)


class SharedTest(Modules):
    rules = fixture("rules")

    def test_draws(self):
        for case in self.rules["draws"]:
            seed, stream = case["seed"], case["stream"]
            uniform = td.Random(seed, stream).uniform
            self.assertEqual([uniform() for _ in range(12)], case["uniforms"])
            self.assert_near(td.Random(seed, stream).normals(41), case["normals"], 1e-15)
            mixed = td.Random(seed, stream)
            drawn = [mixed.normal(), mixed.uniform(), mixed.normal(), mixed.normal()]
            self.assert_near(drawn, case["mixed"], 1e-15)

    def test_orders(self):
        for case in self.rules["orders"]:
            random, order = td.Random(case["seed"], td.ORDER), list(range(case["n"]))
            for epoch in case["epochs"]:
                random.shuffle(order)
                self.assertEqual(order, epoch)

    def test_rules(self):
        make = {
            "heavyball": lambda step, momentum: td.HeavyBall(step, momentum),
            "nesterov": lambda step, momentum: td.Nesterov(step, momentum),
            "adam": lambda step, beta1, beta2: td.Adam(step, beta1, beta2),
            "sgd": lambda step, batch, oseed: td.MiniBatch(step, batch, oseed),
        }
        for case in self.rules["rules"]:
            A, y = rows_of(case, case["d"])
            self.assert_near(td.smoothness(A), case["smoothness"], 1e-13)
            for run in case["runs"]:
                loss = neuron.NeuronLoss(A, y, case["leak"], run["blend"])
                rule = make[run["rule"]](**run["settings"])
                iterates, _ = td.descend(loss, np.array(case["start"]), rule, 100)
                self.assert_near(iterates[1:11], run["first"], 1e-12)
                self.assert_near(iterates[100], run["hundredth"], 1e-9)

    def test_standardised_features(self):
        for case in self.rules["standardised"]:
            own = np.array(case["features"]).reshape(-1, case["columns"])
            A = np.hstack([own, np.ones((len(own), 1))]) if case["ones"] else own
            y, start = np.array(case["labels"]), np.array(case["start"])
            units = td.Standardised(A, case["ones"])
            self.assert_near(units.to_scaled(start), case["scaledStart"], 1e-12)
            L = td.smoothness(units.features)
            self.assert_near(L, case["smoothness"], 1e-12)
            for run in case["runs"]:
                loss = neuron.NeuronLoss(units.features, y, 0, run["blend"])
                rule = td.GradientDescent(1 / L)
                iterates, _ = td.descend(loss, start, rule, 50, units)
                self.assert_near(iterates[1:6], run["first"], 1e-9)
                self.assert_near(iterates[50], run["fiftieth"], 1e-9)

    def test_large_matrices_take_another_way_to_the_same_eigenvalue(self):
        rows = td.gauss_features(70, 65, td.Random(1, td.DATA))
        self.assert_near(td.smoothness(rows), np.linalg.norm(rows, 2) ** 2 / 70, 1e-13)


class OneNeuronTest(Modules):
    def test_data(self):
        """The recipes as NumPy's own generator draws them."""
        for case in fixture("rules")["generated"]:
            values = dict(pair.split("=") for pair in case["link"].lstrip("#").split("&"))
            d = case["d"]
            expected, labels = rows_of(case, d)
            n = len(labels)
            random = td.Random(int(values.get("seed", 1)), td.DATA)
            kind = values.get("features", "gauss")
            if kind == "line":
                ends = float(values.get("xmin", -1)), float(values.get("xmax", 1))
                drawn = random if values.get("spacing") == "uniform" else None
                A = td.line_features(n, *ends, drawn)
            elif kind == "correlated":
                A = neuron.correlated_features(n, d, random, float(values["rho"]))
            else:
                module = neuron if kind == "positive" else td
                A = getattr(module, f"{kind}_features")(n, d, random)
            plant = neuron.draw_plant(d, int(values.get("pseed", 1)))
            if "plant" in values:
                plant = np.array(values["plant"].split(","), dtype=float)
            noise, leak = float(values.get("noise", 0)), float(values.get("leak", 0))
            inside = values.get("noisein") == "1"
            self.assert_near(A, expected, 1e-15)
            self.assert_near(plant, case["plant"], 1e-15)
            made = neuron.make_labels(A, plant, random, noise, inside, leak)
            self.assert_near(made, labels, 1e-14)

    def test_descent(self):
        for case in some(fixture("one-neuron")["cases"], 3):
            A, y = rows_of(case, case["d"])
            for run in case["runs"]:
                loss = neuron.NeuronLoss(A, y, case["leak"], run["blend"])
                rule = td.GradientDescent(case["step"])
                iterates, losses = td.descend(loss, np.array(case["start"]), rule, 1000)
                for k, w in run["iterates"].items():
                    self.assert_near(iterates[int(k)], w, 1e-9)
                    away = abs(losses[int(k)] - run["losses"][k])
                    self.assertLessEqual(away, 1e-12 * run["losses"]["0"])

    def test_population(self):
        for case in fixture("population")["values"]:
            w, plant = np.array(case["at"]), np.array(case["plant"])
            for name, b in ("nonconvex", 0), ("relaxation", 1):
                loss, gradient = neuron.PopulationLoss(plant, b).evaluate(w)
                self.assert_near(loss, case[name], 1e-13)
                self.assert_near(gradient, case[f"{name}Gradient"], 1e-13)


class TwoLayerTest(Modules):
    def test_descent(self):
        for case in fixture("network")["networks"]:
            m, start = case["neurons"], np.array(case["start"])
            A, y = rows_of(case, len(start) // m - 1)
            for run in case["runs"]:
                given = A, y, m, case["beta"], run["trainOutput"]
                loss = network.RelaxedLoss(*given, run["blend"], 0)
                self.assert_near(loss.evaluate(start)[1], run["gradient"], 1e-14)
                rule = td.GradientDescent(case["step"])
                iterates, losses = td.descend(loss, start, rule, 100)
                self.assert_near(losses[::10], run["losses"], 1e-13)
                self.assert_near(iterates[100], run["end"], 1e-13)

    def test_data(self):
        drawn = fixture("network")["drawn"]
        teacher = network.draw_teacher(3, 2, 2, seed=5)
        flat = np.concatenate([teacher[0].ravel(), teacher[1]])
        self.assert_near(flat, drawn["plane"]["teacher"], 1e-15)
        random = td.Random(3, td.DATA)
        A = td.gauss_features(6, 2, random)
        expected, labels = rows_of(drawn["plane"], 2)
        self.assert_near(A, expected, 1e-15)
        self.assert_near(network.teacher_labels(A, teacher, 0.1, random), labels, 1e-14)

    def test_the_exact_program(self):
        for case in fixture("two-layer")["cases"]:
            A, y = rows_of(case, 2)
            solved = program.ExactProgram(A, y, case["beta"]).solve(200)
            neurons, objectives, bounds = solved
            self.assertLessEqual(abs(objectives[-1] - case["optimum"]), 1e-9 * case["optimum"])
            self.assertLessEqual(bounds[-1], case["optimum"] * (1 + 1e-12))
            self.assertGreaterEqual(bounds[-1], case["lowerBound"] * (1 - 1e-9))
            flat = [x for w, _ in neurons for x in w] + [alpha for _, alpha in neurons]
            loss = network.NetworkLoss(A, y, len(neurons), case["beta"], True)
            self.assert_near(loss.evaluate(np.array(flat))[0], objectives[-1], 1e-12)

    def test_hinges_reach_what_their_bound_proves(self):
        x = np.linspace(-1, 1, 15)
        y = np.abs(x) + 0.2 * np.sin(9 * x)
        _, objectives, bounds = HingeProgram(np.stack([x, np.ones(15)], axis=1), y, 0.01).solve(200)
        self.assertLessEqual(objectives[-1] - bounds[-1], 1e-9 * objectives[-1])


class VectorOutputTest(Modules):
    reference = fixture("vector-output")
    planar = reference["planar"] + reference["presets"]

    def data_of(self, case):
        n, K = case["n"], case["K"]
        return np.array(case["features"]).reshape(n, -1), np.array(case["labels"]).reshape(n, K)

    def value_of(self, A, Y, beta, neurons):
        """F of a network."""
        U, V = np.array([u for u, _ in neurons]).T, np.array([v for _, v in neurons])
        loss = outputs.OutputLoss(A, Y, len(neurons), beta)
        return loss.evaluate(np.concatenate([U.ravel(), V.ravel()]))[0]

    def test_descent(self):
        for case in some(self.planar, 5) + some(self.reference["sphere"], 2):
            A, Y = self.data_of(case)
            run = case["descent"]
            start = np.array(run["runs"]["0"]["U"] + run["runs"]["0"]["V"])
            scale = networks.step_scale(A, Y, start, case["beta"])
            self.assert_near(scale, run["stepScale"], 1e-14)
            loss = outputs.OutputLoss(A, Y, run["neurons"], case["beta"])
            rule = td.GradientDescent(run["step"])
            iterates, losses = td.descend(loss, start, rule, 1000)
            for k, state in run["runs"].items():
                self.assert_near(losses[int(k)], state["loss"], 1e-12)
                self.assert_near(iterates[int(k)], state["U"] + state["V"], 1e-9)

    def test_the_program_over_the_plane(self):
        for case in some(self.planar, 3):
            A, Y = self.data_of(case)
            solved = output_program.WorkingSet(A, Y, case["beta"]).solve(200)
            neurons, objectives, bounds = solved
            self.assertLessEqual(len(objectives), 11)
            self.assertLessEqual(abs(objectives[-1] - case["optimum"]), 1e-9 * case["optimum"])
            self.assertLessEqual(bounds[-1], case["optimum"] * (1 + 1e-12))
            self.assertGreaterEqual(bounds[-1], case["optimum"] * (1 - 1e-9))
            value = self.value_of(A, Y, case["beta"], neurons)
            self.assert_near(value, objectives[-1], 1e-12)

    def test_frank_wolfe(self):
        for case in self.planar:
            A, Y = self.data_of(case)
            solved = output_program.FrankWolfe(A, Y, case["beta"]).solve(10)
            neurons, objectives, bounds = solved
            # beta tau is not below what the atoms cost.
            value = self.value_of(A, Y, case["beta"], neurons)
            self.assertLessEqual(value, objectives[-1] * (1 + 1e-12))
            self.assertGreaterEqual(value, case["optimum"])
            for record in case["frankWolfe"]:
                if record["step"] <= 10:
                    self.assert_near(objectives[record["step"]], record["objective"], 1e-10)
                    self.assert_near(bounds[record["step"]], record["lowerBound"], 1e-10)

    def test_rows_without_a_sector_of_their_own(self):
        """Zero, parallel and single rows: what is found is what its bound proves."""
        Y = np.array([[1.0, 0.2], [0.3, -1.0], [0.5, 0.5], [-0.2, 0.7]])
        rows = [[1, 2], [-2, -4], [0, 0], [0.5, 1]], [[1, 0]] * 4, [[0, 0]] * 4
        for A, neurons in zip(rows, (2, 1, 0)):
            solved = output_program.WorkingSet(np.array(A, dtype=float), Y, 0.02).solve(50)
            self.assertEqual(len(solved[0]), neurons)
            self.assertLessEqual(solved[1][-1] - solved[2][-1], 1e-9 * solved[1][-1])

    def test_words(self):
        for case in self.reference["orthonormal"]:
            A, Y = self.data_of(case)
            self.assertTrue(np.array_equal(outputs.one_hot(case["sizes"]), Y))
            neurons, objectives, _ = outputs.words_optimum(A, case["sizes"], case["beta"], 1)
            self.assert_near(objectives[-1], case["optimum"], 1e-13)
            value = self.value_of(A, Y, case["beta"], neurons)
            self.assert_near(value, case["optimum"], 1e-13)
        rows = outputs.rotated_rows(5, 13, td.Random(1, td.DATA))
        self.assert_near(rows @ rows.T, np.eye(5), 1e-15)


class GameTest(Modules):
    reference = fixture("gan")

    def test_the_plane(self):
        for case in self.reference["plane"]:
            play = {key: case[key] for key in ("rule", "eta", "mu", "rho")}
            # At a double eigenvalue the reference, by a general routine, errs by 5e-9.
            self.assertAlmostEqual(gan.factor(**play), case["spectralRadius"], delta=1e-8)
            players = gan.Players(np.ones((1, 1)), np.array([case["x"]]), cut=False)
            w, d = np.array([case["start"][:1]]), np.array(case["start"][1:])
            states, _ = gan.play(players, w=w, d=d, rounds=200, **play)
            for k, state in case["iterates"].items():
                if int(k) < len(states):  # the reference goes on where a game has left
                    self.assert_near(states[int(k)], state, 1e-11)

    def test_the_network(self):
        for case in self.reference["width"]:
            m, k, dz, n = (case[key] for key in ("m", "k", "dz", "n"))
            z, V, x, W = gan.draw_game(case["seed"], m, k, dz, n)
            if "z" in case:
                for drawn, name in ((z, "z"), (V, "V"), (x, "x"), (W, "start")):
                    self.assert_near(drawn, case[name], 1e-14)
            self.assert_near(gan.game_scale(z, V), case["scale"], 1e-13)
            h, d = gan.nearest_in_cone(V, x)
            if case["reachable"]:
                self.assertLess(d @ d, 1e-18)
            else:
                self.assert_near(d @ d, case["floor"], 1e-12)
                self.assert_near(h, case["floorWeights"], 1e-10)
            play = {key: case[key] for key in ("rule", "eta", "mu", "rho")}
            states, errors = gan.play(gan.Network(z, V, x), w=W, d=0 * x, rounds=10, **play)
            for t in ("0", "1", "2", "10"):
                expected = case["states"][t]
                self.assert_near(errors[int(t)], expected["mse"], 1e-9)
                self.assert_near(states[int(t)][k * dz :], expected["discriminator"], 1e-9)
                if "weights" in expected:
                    self.assert_near(states[int(t)][: k * dz], np.ravel(expected["weights"]), 1e-9)

    def test_in_h(self):
        for case in self.reference["convex"]:
            m, k, dz, n = (case[key] for key in ("m", "k", "dz", "n"))
            z, V, x, W = gan.draw_game(case["seed"], m, k, dz, n)
            self.assert_near(case["c"] / gan.column_norm(V), case["eta"], 1e-13)
            h = gan.Network(z, V, x).hidden(W)[0][:, None]
            play = {key: case[key] for key in ("rule", "eta", "mu", "rho")}
            states, errors = gan.play(gan.Players(V, x), w=h, d=0 * x, rounds=1000, **play)
            for t, expected in case["states"].items():
                self.assert_near(states[int(t)][:k], expected["h"], 1e-9)
            self.assertLess(abs(errors[-1] - case["last"]), 1e-9)

    def test_what_is_reachable(self):
        for case in self.reference["reach"]:
            probability = gan.reachable_probability(case["k"], case["m"])
            self.assertAlmostEqual(probability, case["probability"], places=14)
        for seed in range(200):
            random = td.Random(seed, td.ORDER)
            m, k = 1 + seed % 6, 1 + seed % 11
            V, x = random.normals(m * k).reshape(m, k), random.normals(m)
            gan.nearest_in_cone(V, x)  # raises without a certificate


class FederatedTest(Modules):
    def test_the_plane(self):
        for case in fixture("federated-plane")["plane"]:
            plane = federated.Plane(np.array(case["hessians"]), np.array(case["minima"]))
            eta, server = case["localStep"], case["serverStep"]
            self.assert_near(plane.F.at, case["minimum"], 1e-12)
            self.assertAlmostEqual(plane.F.least, case["minimumLoss"], places=12)
            if case["name"].startswith("drawn"):
                seed = 20 + int(case["name"][-1])
                H, b, t = federated.draw_clients(seed, len(plane.b))
                for drawn, name in ((H, "hessians"), (b, "minima"), (t, "start")):
                    self.assert_near(drawn, case[name], 1e-14)
            for run in case["runs"]:
                start, K = np.array(case["start"]), run["K"]
                rest = plane.surrogate(eta, K, plane.F.at).at
                self.assert_near(rest, run["fixedPoint"], 1e-10)
                play = (plane, plane.F, start, eta, K, server, 60)
                states, losses = federated.average_plane(*play)
                for k, t in run["iterates"].items():
                    if int(k) < len(states):  # the reference goes on at rest
                        self.assert_near(states[int(k)], t, 1e-10)
                        self.assertAlmostEqual(losses[int(k)], run["losses"][k], places=11)

    def test_equal_curvature(self):
        """The same gradient of every client at t*, and no bias, whatever K is."""
        case = fixture("federated-plane")["plane"][1]
        plane = federated.Plane(np.array(case["hessians"]), np.array(case["minima"]))
        equal, at = plane.equal(), plane.F.at
        for c in range(2):
            slope = plane.H[c] @ (at - plane.b[c])
            self.assert_near(equal.H[c] @ (at - equal.b[c]), slope, 1e-14)
        for K in (1, 7, 100):
            self.assert_near(equal.surrogate(0.1, K, at).at, at, 1e-15)
        self.assert_near(plane.together().surrogate(0.1, 9, at).at, at, 1e-15)

    def test_the_network(self):
        for case in some(fixture("federated-network")["network"], 4):
            angles, y, client = (np.array(case[name]) for name in ("angles", "y", "client"))
            ones = np.full(len(angles), 0.5)
            X = np.column_stack([np.cos(angles), np.sin(angles), ones]) / np.sqrt(1.25)
            W = federated.draw_start(case["seed"], case["m"], True)
            if "startWeights" in case:
                self.assert_near(W[::2], case["startWeights"], 1e-14)
            tangent = federated.Linearisation(X, y, client, W)
            eta, K = case["localStep"], case["K"]
            self.assert_near(case["stepFactor"] / tangent.largest, eta, 1e-12)
            _, losses = tangent.average(eta, K, 1, 100)
            for k, loss in case["linearised"].items():
                self.assertAlmostEqual(losses[int(k)], loss, places=8)
            rounds = 20 if case["m"] <= 256 else 5
            play = (X, y, client, W, eta, K, 1, rounds)
            _, losses = federated.average_network(*play)
            for k, loss in case["network"].items():
                if int(k) <= rounds:
                    self.assertAlmostEqual(losses[int(k)], loss, places=7)

    def test_rests(self):
        for case in fixture("federated-network")["floors"]:
            n, labels = case["n"], case["labels"]
            random = td.Random(case["seed"], td.DATA)
            around = [i + 0.5 * (random.uniform() - 0.5) for i in range(n)]
            angles = 2 * np.pi * np.array(around) / n
            square = np.where(4 * np.arange(n) // n % 2 == 0, 1.0, -1.0)
            y = square if labels == "square" else np.sin(angles) + 0.5 * np.cos(2 * angles)
            X = np.column_stack([np.cos(angles), np.sin(angles), np.full(n, 0.5)]) / np.sqrt(1.25)
            W = federated.draw_start(case["seed"], case["m"], True)
            tangent = federated.Linearisation(X, y, np.arange(n) * case["N"] // n, W)
            self.assertEqual(np.sum(tangent.live), case["rank"])
            for run in case["byK"]:
                u, least = tangent.rest(case["localStep"], run["K"])
                self.assertLess(np.max(np.abs(u - run["residual"])), 1e-8)
                self.assertAlmostEqual(least @ least / 2, run["leastSquares"], places=9)

    def test_eigenvalues(self):
        for seed in range(30):
            random = td.Random(seed, td.ORDER)
            n = 1 + seed % 12
            J = random.normals(n * (1 + seed % 5)).reshape(n, -1)
            values, vectors = symmetric_eigen(J @ J.T)
            self.assert_near(values, np.linalg.eigvalsh(J @ J.T), 1e-13)
            self.assert_near(vectors @ vectors.T, np.eye(n), 1e-14)
            self.assert_near(vectors.T @ (values[:, None] * vectors), J @ J.T, 1e-13)


class ShuffleTest(Modules):
    case = fixture("shuffle-0")

    @staticmethod
    def square(numbers):
        return np.array(numbers).reshape(round(len(numbers) ** 0.5), -1)

    def test_nearest_points(self):
        for case in self.case["projection"]:
            M, kept = shuffle.project_birkhoff(self.square(case["V"]))
            self.assert_near(M.ravel(), case["M"], 1e-12)
            again, _ = shuffle.project_birkhoff(self.square(case["V"]), kept)
            self.assert_near(again, M, 1e-13)
        # Newton alone does not close this one, and closes none from r, c of another size.
        far = 1000.0 * np.array([[1, -1, 1], [1, -1, 1], [0, -1, 1]])
        for V, kept in (far, None), (far / 1000, np.full(6, 1e12)):
            M, _ = shuffle.project_birkhoff(V, kept)
            self.assert_near(np.append(M.sum(axis=0), M.sum(axis=1)), np.ones(6), 1e-10)
        for case in self.case["simplex"]:
            self.assert_near(shuffle.project_simplex(np.array(case["y"])), case["x"], 1e-14)

    def test_assignments(self):
        """Against all permutations."""
        for seed in some(range(20), 8):
            n = 2 + seed % 5
            W = td.Random(seed, td.DATA).normals(n * n).reshape(n, n)
            p, least, (u, v) = shuffle.assign(W)
            self.assertGreater(np.min(W - u[:, None] - v), -1e-14)
            sums = sorted(W[range(n), list(q)].sum() for q in itertools.permutations(range(n)))
            self.assertAlmostEqual(least, sums[0], places=12)
            self.assertAlmostEqual(W[range(n), p].sum(), sums[0], places=12)
            M, _ = shuffle.project_birkhoff(W)
            along = sorted(M[range(n), list(q)].sum() for q in itertools.permutations(range(n)))
            margin = shuffle.Matching(W, W).margin(M)
            self.assertAlmostEqual(margin, along[-1] - along[-2], places=12)

    def test_triangles(self):
        for case in self.case["triangle"]:
            model = shuffle.Triangle(self.square(case["A"]), self.square(case["B"]))
            self.assert_near(model.Q.ravel(), case["Q"], 1e-14)
            self.assertAlmostEqual(model.L / case["L"], 1, places=13)
            for descent in case["descents"]:
                start, lam = np.array(descent["start"]), descent["lam"]
                play = (model, start, descent["step"], lam, descent["ramp"], 1000)
                (states, costs), _ = shuffle.penalise(*play)
                for k, run in descent["runs"].items():
                    if int(k) < len(states):
                        self.assert_near(states[int(k)], run["x"], 1e-10)
                        self.assertAlmostEqual(costs[int(k)], run["E"], places=8)
                        self.assertAlmostEqual(model.penalty(states[int(k)]), run["P"], places=9)

    @unittest.skipUnless(ALL, SCRIPTS)
    def test_matrices(self):
        for case in some(self.case["matching"], 3):
            model = shuffle.Matching(self.square(case["A"]), self.square(case["B"]))
            self.assertAlmostEqual(model.L / case["L"], 1, places=13)
            self.assertAlmostEqual(np.min(model.costs), case["best"], places=10)
            first = model.permutations[int(np.argmin(np.round(model.costs, 9)))]
            self.assertEqual(list(first), case["bestPermutations"][0])
            start = self.square(case["start"])
            for penalised in case["penalised"]:
                ramp, lam = penalised["ramp"], penalised["lam"]
                (states, costs), _ = shuffle.penalise(model, start, 1 / model.L, lam, ramp, 100)
                for k, run in penalised["runs"].items():
                    if int(k) < len(states):
                        self.assert_near(states[int(k)], run["M"], 1e-9)
                        self.assertAlmostEqual(costs[int(k)], run["E"], places=8)
            left, bounds = shuffle.relax(model, start, 1 / model.L, 300)
            self.assertLessEqual(bounds[-1], case["relaxed"]["value"] + 1e-9)
            self.assertGreaterEqual(left[1][-1], case["relaxed"]["lowerBound"] - 1e-9)

    def test_layers(self):
        for case in self.case["layers"]:
            groups, n = case["groups"], case["channels"]
            W2, known = (np.array(case[name]).reshape(groups, n) for name in ("W2", "W2student"))
            target = np.zeros((groups, n))
            target[:, case["planted"]] = W2
            model = shuffle.Layers(known, target, self.square(case["covariance"]))
            self.assertAlmostEqual(model.L / case["L"], 1, places=12)
            E, _ = model.evaluate(self.square(case["at"]))
            self.assertAlmostEqual(E, case["valueAt"], places=12)
            self.assertAlmostEqual(np.min(model.costs), case["best"], places=12)
            best = model.permutations[int(np.argmin(model.costs))]
            self.assertEqual(list(best), case["bestPermutation"])


class LiftTest(Modules):
    def test_both_sides_reach_the_same_value(self):
        """beta < y: the optimum is beta y - beta^2/2, at u alpha = v = y - beta."""
        y, beta, start = 1.5, 0.4, np.array([0.8, 0.3])
        L = lift.lift_smoothness(y, beta, start)
        for loss in lift.OneNeuronLoss(y, beta), lift.LiftedLoss(y, beta):
            _, losses = td.descend(loss, start, td.GradientDescent(1 / L), 500)
            self.assert_near(losses[-1], beta * y - beta**2 / 2, 1e-12)


class DenoiserTest(Modules):
    def test_two_pixels(self):
        for name in ("denoiser-pixels", "denoiser-pixels-1"):
            for case in fixture(name)["cases"]:
                D = pixels.PixelDenoiser(case["s"], case["sigma"], case["cap"])
                self.assertAlmostEqual(D.M, case["largestSlope"], places=12)
                self.assertAlmostEqual(0.5 + D.reach, case["crossing"], places=13)
                for run in case["runs"]:
                    args = (case["phi"], case["truth"], run["start"], case["c"], 300)
                    states, losses = pixels.run_pixels(D, *args)
                    for k, x in run["iterates"].items():
                        k = min(int(k), len(states) - 1)  # a side that has ended is near its limit
                        self.assert_near(states[k], x, 1e-12 if k < len(states) - 1 else 2e-6)
                        off = np.dot(case["phi"], states[k]) - case["y"]
                        self.assertAlmostEqual(losses[k], off**2 / 2, places=14)
        for value in fixture("denoiser-pixels")["values"]:
            D, E = pixels.PixelDenoiser(0.05, 0.2), pixels.PixelDenoiser(0.05, 0.2, 1.0)
            self.assert_near([D(value["z"]), E(value["z"])], [value["D"], value["capped"]], 1e-13)

    @unittest.skipUnless(ALL, SCRIPTS)
    def test_images(self):
        weights = json.loads((ENGINE / "problems/denoiser/image/denoiser-weights.json").read_text())
        net, ridge = images.Net(*weights["net"]), images.Ridge(**weights["ridge"])
        for name in ("denoiser-images", "denoiser-images-1"):
            for case in some(fixture(name)["image"]["cases"], 3):
                seed, c, t = case["seed"], case["c"], case["strength"]
                truth, mask = images.draw_sky(seed), images.draw_mask(seed, case["share"])
                self.assertEqual(np.flatnonzero(mask).tolist(), case["mask"])
                seen = truth + case["noise"] * images.draw_noise(seed)
                Y = mask * images.transform(seen)
                self.assertAlmostEqual(images.contraction(ridge, mask, c), case["rate"], places=13)
                sides = {"left": net, "right": ridge, "haar": images.Haar(0.01)}
                for side, D in sides.items():
                    start = np.zeros((32, 32))
                    states, losses = images.run_image(D, mask, Y, start, c, t, 10)
                    for k in (1, 2, 5, 10):
                        told = case[side]["at"][str(k)]
                        self.assert_near(states[k][96:102], told["probe"], 1e-9)
                        self.assertAlmostEqual(images.snr(truth, states[k]), told["snr"], places=9)
                        self.assertAlmostEqual(losses[k], told["residual"] ** 2 / 2, places=10)


if __name__ == "__main__":
    unittest.main()
