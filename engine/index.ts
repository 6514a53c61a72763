/**
 * Public exports of the package (`twin-descent-engine`, README.md). This is the only file that just re-exports; inside the project import
 * from the defining file, which keeps the first load small.
 *
 * It exports what outsiders need, not everything. A change of one of these names is a line in CHANGELOG.md.
 */

// Problems: data, two landscapes, parameters, presets.
export {
  CATALOG,
  type Card,
  DEFAULT_PROBLEM,
  isProblemId,
  PROBLEM_IDS,
  type ProblemId,
  scenarioParams,
} from './catalog.ts';
export type {
  Adjustment,
  Aim,
  AnyInstance,
  AnySide,
  DescendingSide,
  End,
  Instance,
  IteratingSide,
  Iteration,
  KinkedTerms,
  Landscape,
  Optimizer,
  OwnData,
  PairInstance,
  PreparedData,
  Preset,
  PresetWords,
  ProblemCard,
  ReadColumns,
  RuleMemory,
  Samples,
  Side,
  SidedInstance,
  SideName,
  Vector,
} from './contract.ts';
// Data: own tables, the shipped sets, planted networks.
export { DATA_SETS } from './data/data-sets.ts';
export { formatTable, readTable } from './data/read-table.ts';
export { type ShareableData, shareTable } from './data/share-data.ts';
export type { RefusedRow } from './data/table-reader.ts';
export { createTableReader, MOST_REFUSED, type Table, type TableReader } from './data/table-reader.ts';
export type { AuditColumns, RunColumns, SideColumns } from './ensemble/columns.ts';
export { ENSEMBLE_PARAMS, type EnsembleValues } from './ensemble/ensemble-params.ts';
export { TABLE_KINDS, type TableKind, type TableRequest, type TableShape } from './export/kinds.ts';
export type { Cell, ExportTable, TableColumn } from './export/table.ts';
export type { Domain, Field, Mark, Placed } from './field.ts';
// Seeded numbers.
export {
  createRandom,
  fillNormal,
  MAX_SEED,
  type RandomSource,
  type SeededRandom,
  STREAMS,
  shuffle,
} from './kernels/random.ts';
// Analysis of a loss: values over a window, stationary points, basins, lowest places, planes through more weights.
export type { Scaling, Whitening } from './kernels/whitening.ts';
export type { Interval } from './kernels/wilson.ts';
export type { Arrangement } from './landscapes/arrangement.ts';
export { type BasinEnd, type Basins, LONE_ENDS, sampleBasins } from './landscapes/basins.ts';
export { sampleGrid } from './landscapes/grid.ts';
export type { Locator } from './landscapes/locator.ts';
export { findReferences, type Place, type References } from './landscapes/minimum.ts';
export type { DirectionArc, Point } from './landscapes/original-rays.ts';
export type { PlanarLoss } from './landscapes/planar-loss.ts';
export {
  createPlaneSearch,
  PLANE_STEPS,
  type PlaneRequest,
  type PlaneSearch,
  planeRequest,
} from './landscapes/plane-search.ts';
export { describePlane, MOST_LINES, type PlaneStructure } from './landscapes/plane-structure.ts';
export { samplePull } from './landscapes/pull.ts';
export { createSidesSampler, type SidesSampler } from './landscapes/sample-sides.ts';
export { createSideBasins } from './landscapes/side-basins.ts';
export type { Slicer } from './landscapes/slice-plane.ts';
export {
  coordinatesOf,
  distanceFrom,
  type NamedPlane,
  type PlaneAxis,
  pointAt,
  type SlicePlane,
} from './landscapes/slice-plane.ts';
export type {
  Crest,
  Minimum,
  Origin,
  Plateau,
  StationaryPoint,
  StationaryPoints,
  Valley,
} from './landscapes/stationary-points.ts';
export { cellCentre, type GridView } from './landscapes/window.ts';
// Update rules.
export {
  createAdam,
  createGradientDescent,
  createHeavyBall,
  createMiniBatch,
  createNesterov,
  createOptimizer,
  type RuleSettings,
} from './optimizers/update-rules.ts';
// Parameters.
export {
  type ChoiceSpec,
  type CommonSpec,
  type ControlPlace,
  defaultValues,
  type FlagSpec,
  formatParam,
  type IntegerSpec,
  type Keeps,
  type KeyWords,
  LINK_PARTS,
  type LinkPart,
  type NamesSpec,
  type NumberSpec,
  type OptionalNumberSpec,
  type ParamGroup,
  type ParamSpec,
  type ParamSpecs,
  type ParamValue,
  type ParsedValue,
  parseParam,
  type TextSpec,
  type ValueIssue,
  type ValueOf,
  type Values,
  type ValuesOf,
  type VectorSpec,
} from './params.ts';
export { describePhrase, type Phrase } from './phrase.ts';
export type {
  Contest,
  FlatRuns,
  MakeFlat,
  Parts,
  Problem,
  PythonPart,
  Report,
  ReportPart,
  RoundsReader,
  RunRecord,
  TermsReader,
} from './problem.ts';
export { loadProblem } from './problems/load-checked.ts';
export type { SampleSurvey } from './problems/one-neuron/data/survey.ts';
// One neuron's losses on custom arrays.
export { createNeuronLoss, type NeuronLossInput } from './problems/one-neuron/loss.ts';
export { asNetwork, type NetworkInstance } from './problems/two-layer/instance.ts';
export {
  createNetworkLoss,
  forward,
  type NetworkLossInput,
  predict,
} from './problems/two-layer/network/loss.ts';
export { fewestNeurons, withoutPadding } from './problems/two-layer/network/neurons.ts';
// Two layers: losses, convex program, certificates of residuals.
export { certify } from './problems/two-layer/program/certificate.ts';
export {
  type ConvexProgram,
  createConvexProgram,
  type Round,
} from './problems/two-layer/program/convex-program.ts';
export { createDualCurve, type DualCurve, type Touch } from './problems/two-layer/program/dual-curve.ts';
export {
  createSuccessCount,
  type SuccessCount,
  type SuccessCountInput,
} from './problems/two-layer/success-rate.ts';
export { makeTeacherData, type TeacherData, type TeacherRecipe } from './problems/two-layer/teacher.ts';
export type { NetworkInfo } from './problems/two-layer/types.ts';
export type { Certificate } from './program/certificate.ts';
export type { Solver } from './program/solver.ts';
export type { PythonAsked, PythonRun } from './python/python-run.ts';
export type { EndSpec, SeriesSpec } from './record.ts';
export { FACT_FORMATS, type FactAsked, type FactFormat, type FactSpec } from './record.ts';
// The run.
export {
  createRun,
  type Frame,
  type Run,
  type RunValues,
  type Series,
  type SideFrame,
  type SideSettings,
  sideSettings,
  stepLength,
} from './run/create-run.ts';
export { OUTCOMES, type Outcome } from './run/outcome-names.ts';
export { RULES, RUN_PARAMS, type RuleName } from './run/run-params.ts';
export { runValues } from './run/run-values.ts';
export { pairOf } from './run/sides.ts';
export { CRITERIA, STATUSES, type Status } from './run/status.ts';
export { createScenario, presetScenario } from './scenario/create-scenario.ts';
export { describeNotice } from './scenario/describe-notice.ts';
export {
  FACTS,
  type FactName,
} from './scenario/fact-names.ts';
// Scenarios and links.
export { LANGUAGES, type Language } from './scenario/languages.ts';
export type { Notice, NoticeCode } from './scenario/notice.ts';
export { PAGE_PARAMS } from './scenario/page-keys.ts';
export { PLANES, type PlaneChoice } from './scenario/planes.ts';
export {
  type AnyKey,
  formatLink,
  isNewer,
  LINK_VERSION,
  type LinkParts,
  type OwnValues,
  openingScenario,
  type ParsedScenario,
  parseLink,
  type Scenario,
  type ValuesIn,
} from './scenario/scenario.ts';
export { ScenarioError } from './scenario/scenario-error.ts';
export type { Search } from './search.ts';
export type { ToldSamples } from './update/told-samples.ts';
export type { AskedGradient, UpdateTerms } from './update/update-terms.ts';
