/** A style sheet imported by the widget is its text: the build sees to it. */

declare module '*.css' {
  const text: string;
  export default text;
}
