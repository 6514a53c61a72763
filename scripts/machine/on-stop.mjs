/**
 * Calls back once, with the reason, when this program should end: on SIGINT, SIGTERM, or the end of its npm, whose shell forwards no
 * signals (the program would keep its port).
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
