/**
 * Calls back once, with the reason, when this program is asked to end: by SIGINT, SIGTERM, or the end of its npm, whose shell does not
 * forward signals (the program would live on and keep its port).
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
