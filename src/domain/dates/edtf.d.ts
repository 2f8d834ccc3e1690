// The package carries no types. Only what partial-date.test.ts uses is declared.
declare module "edtf" {
  interface Bounded {
    type: string;
    /** First millisecond that the date allows, -Infinity when open. */
    min: number;
    /** Last millisecond that the date allows, Infinity when open. */
    max: number;
  }
  export default function edtf(text: string): Bounded;
}
