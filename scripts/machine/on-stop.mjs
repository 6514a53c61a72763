/**
 * Calls back once, with the reason, when this program is asked to end: by SIGINT, by SIGTERM, or by the end of
 * the npm that runs it, whose shell does not hand a signal on (the program would live on, and hold its port).
 * @param {(reason: string) => void} stop
 */
export function onStop(stop) {
  let asked = false;
  const ask = (reason) => {
    if (asked) return;
    asked = true;
    stop(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => ask(signal));

  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = () => {
    if (process.ppid !== parent) ask('the end of npm');
  };
  setInterval(watch, 250).unref();
}
