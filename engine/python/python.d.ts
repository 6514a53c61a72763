/** Python modules imported as text: Vite resolves `?raw` in the page, in workers, in tests and in command-line bundles. */
declare module '*.py?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: that is where Vite puts the text.
  export default text;
}
