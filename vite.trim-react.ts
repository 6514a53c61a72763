import type { Plugin } from 'vite';

const RENDERER = /[\\/]react-dom[\\/]cjs[\\/]react-dom-client\.production\.js$/;

/**
 * Functions of React's renderer for what no page of ours does, by what they answer where nothing of the kind is under way. React calls
 * them on every way through a tree, so that the bundler has to keep them, and with them whatever they call: 16 kB gzip.
 */
const UNUSED: readonly (readonly [answer: string, names: string])[] = [
  // Markup that a server has drawn.
  ['return false', 'popHydrationState queueIfContinuousEvent'],
  ['return null', 'upgradeHydrationErrorsToRecoverable'],
  [
    '',
    `updateDehydratedSuspenseComponent resetHydrationState queueHydrationError throwOnHydrationMismatch prepareToHydrateHostInstance
    mountHostRootWithoutHydrating retryIfBlockedOn attemptExplicitHydrationTarget hideOrUnhideDehydratedBoundary clearHydrationBoundary
    commitActivityHydrationCallbacks commitSuspenseHydrationCallbacks retryDehydratedSuspenseBoundary getNextHydratable
    retryActivityComponentWithoutHydrating retrySuspenseComponentWithoutHydrating attemptContinuousHydration getParentHydrationBoundary
    attemptHydrationAtCurrentPriority`,
  ],
  // Elements of <head>, and commits that wait for style sheets or images.
  ['return false', 'isHostHoistableType maySuspendCommit'],
  ['return null', 'waitForCommitToBeReady'],
  [
    '',
    `getResource acquireResource preloadResourceAndSuspendIfNeeded suspendResource insertSuspendedStylesheets mountHoistable
    getHydratableHoistableCache createHoistableInstance resolveSingletonInstance releaseSingletonInstance commitHostSingletonAcquisition
    clearSingletonPreambleContribution preload preloadModule preinitStyle preinitScript preinitModuleScript preconnectAs
    accumulateSuspenseyCommitOnFiber`,
  ],
  // <ViewTransition>
  [
    '',
    `startViewTransition trackEnterViewTransitions commitAppearingPairViewTransitions commitEnterViewTransitions commitDeletedPairViewTransitions
    commitExitViewTransitions commitNestedViewTransitions restorePairedViewTransitions restoreEnterOrExitViewTransitions
    restoreNestedViewTransitions measureViewTransitionHostInstancesRecursive measureNestedViewTransitions applyViewTransitionToHostInstances
    restoreViewTransitionOnHostInstances scheduleViewTransitionEvent createViewTransitionInstance queueTransitionTypes
    getViewTransitionClassName getViewTransitionName commitAfterMutationEffectsOnFiber ViewTransitionPseudoElement`,
  ],
  // A ref of a <Fragment>, <Activity> and <SuspenseList>.
  [
    '',
    `FragmentInstance commitNewChildToFragmentInstances commitFragmentInstanceInsertionEffects commitFragmentInstanceDeletionEffects
    commitNewChildToFragmentInstance deleteChildFromFragmentInstance addFragmentHandleToFiber updateActivityComponent
    updateSuspenseListComponent cutOffTailIfNeeded`,
  ],
  // Actions of forms.
  [
    '',
    `mountActionState updateActionStateImpl rerenderActionState dispatchActionState runActionStateAction startHostTransition
    updateOptimisticImpl dispatchOptimisticSetState`,
  ],
  // Stacks of components, which no message here has.
  ["return ''", 'describeFiber'],
];

/** Whole statements that go, and what is known without them. */
const CUTS: readonly (readonly [found: RegExp, instead: string])[] = [
  [/^exports\.hydrateRoot = .*?^\};$/ms, ''],
  [/^function ReactDOMHydrationRoot\(.*?^\}$/ms, ''],
  [/^ReactDOMHydrationRoot\.prototype\.unstable_scheduleHydration = .*?^\};$/ms, ''],
  [/^ReactDOMHydrationRoot\.prototype\.\w+ = /gm, ''],
  [/^(?:FragmentInstance|ViewTransitionPseudoElement)\.prototype\.\w+ = .*?^\};$/gms, ''],
  [/\bisHydrating\b(?= [?&|]|[);])/g, 'false'],
];

/** Leaves them out of a build. Throws where React no longer has one: the list has to follow its version. */
export function trimReact(): Plugin {
  return {
    name: 'trim-react',
    apply: 'build',
    transform(code, id) {
      if (!RENDERER.test(id)) return null;
      const bodies = UNUSED.flatMap(([answer, names]) =>
        names.split(/\s+/).map((name) => {
          const found = new RegExp(`(?<=^function ${name}\\([^)]*\\) \\{).*?(?=^\\})`, 'ms');
          return [found, answer] as const;
        }),
      );
      return [...CUTS, ...bodies].reduce((text, [found, instead]) => {
        if (text.search(found) < 0)
          throw new Error(`expected ${found} in ${id}; this version has no such text`);
        return text.replace(found, instead);
      }, code);
    },
  };
}
