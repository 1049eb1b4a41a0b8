/** True in the build that is one HTML file. */
declare const __SINGLE__: boolean;
declare const __VERSION__: string;
/** Twelve digits that name the sources of this build. */
declare const __BUILD__: string;

/** The bytes of a file, in base64. */
declare module '*?base64' {
  const text: string;
  export default text;
}
