/** Python modules, imported as text: Vite knows `?raw` in the page, in workers, in tests and in the bundles of the command line. */
declare module '*.py?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: that is where Vite puts the text.
  export default text;
}
