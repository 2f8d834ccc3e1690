/** The longest password that is taken, in characters. */
export const longestPassword = 256;
