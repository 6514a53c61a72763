// biome-ignore lint/style/noRestrictedImports: this is where it is counted.
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { begin, during } from '../session/busy.ts';
import { firstPicture } from '../session/picture/first-picture.ts';
import { useTranslate } from '../session/session-context.tsx';
import { Button } from './fields/Button.tsx';

/** Creates a view that loads when first shown, after the first picture; on failure (no network) a sentence replaces it. */
export function lazyView<Props extends object, Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
) {
  return lazy(() =>
    during(firstPicture().then(load)).then(
      (part) => ({ default: part[name] }),
      () => ({ default: Missing as ComponentType<Props> }),
    ),
  );
}

/** Views that may still load, pending until shown, and their fallback. */
export function Coming({ fallback, children }: { fallback?: ReactNode; children: ReactNode }) {
  return (
    <Suspense
      fallback={
        <>
          <UnderWay />
          {fallback}
        </>
      }
    >
      {children}
    </Suspense>
  );
}

function UnderWay() {
  useEffect(() => begin(), []);
  return null;
}

/** True if the host lacks one of the page's files; false if the browser does not report it. */
function isRenewed(): boolean {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return files.some(({ name, responseStatus }) => responseStatus === 404 && name.includes('/assets/'));
}

/** Reports a part that failed to load. */
export function Missing() {
  const t = useTranslate();
  return (
    <p role="alert" className="missing">
      {t(isRenewed() ? 'lost.renewed' : 'lost.part')}{' '}
      <Button onClick={() => location.reload()} words={t('lost.reload')} />
    </p>
  );
}
