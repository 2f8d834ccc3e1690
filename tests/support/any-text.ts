import fc from "fast-check";

const letters = fc.constantFrom(..."аяёіўьшщКМKkiaścŁzhч’'-. ·\u0301\u0361\u00ad");
// Surrogates without their other half, and code points that nobody has given a meaning to, among them.
const codePoint = fc.oneof(fc.nat(0x2fff), fc.nat(0x10ffff)).map((code) => String.fromCodePoint(code));

/** Any text that can stand in a string, with letters of names often enough. Made sooner than fast-check's own units. */
export const anyText = fc
  .array(fc.oneof({ weight: 2, arbitrary: letters }, { weight: 1, arbitrary: codePoint }), { maxLength: 30 })
  .map((parts) => parts.join(""));
