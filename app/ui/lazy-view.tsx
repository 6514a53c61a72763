// biome-ignore lint/style/noRestrictedImports: this is where it is counted.
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { begin, during } from '../session/busy.ts';
import { firstPicture } from '../session/picture/first-picture.ts';
import { useTranslate } from '../session/session-context.tsx';
import { Button } from './fields/Button.tsx';

/**
 * The view of a name of a file that is loaded when it is first shown and the first picture is there. Where it cannot be had
 * (the network is gone) a sentence stands in its place.
 */
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

/** Views that may still be loaded, and until they are seen something in their place: all of that time they count as under way. */
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

/** Whether the host has answered for a file of the page that it has it no longer; false where the browser does not tell. */
function isRenewed(): boolean {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return files.some(({ name, responseStatus }) => responseStatus === 404 && name.includes('/assets/'));
}

/** Says that a part of the page could not be had. */
export function Missing() {
  const t = useTranslate();
  return (
    <p role="alert" className="missing">
      {t(isRenewed() ? 'lost.renewed' : 'lost.part')}{' '}
      <Button onClick={() => location.reload()} words={t('lost.reload')} />
    </p>
  );
}
