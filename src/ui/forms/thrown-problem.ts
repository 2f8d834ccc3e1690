import type { Problem } from "#domain/form-state.ts";

/** What Next's client says where it has no words of the server's. */
const generic = /^An unexpected response/;

/** Why no answer came to a form: in the words of the server where it said why, else that it wasn't reached. */
export function thrownProblem(thrown: unknown): Problem {
  // What a network does wrong is a TypeError.
  const isSaid = thrown instanceof Error && !(thrown instanceof TypeError) && !generic.test(thrown.message);
  return isSaid ? { code: "told", values: { text: thrown.message } } : { code: "not-reached" };
}
