import type { IncomingHttpHeaders } from "node:http";
import { type Part, readMultipart } from "#front/multipart.ts";

// A server action is called in two ways, and in no other:
// - by a plain form: `$ACTION_REF_1` (empty), `$ACTION_1:0` (which action), `$ACTION_1:1` (the state before),
//   `$ACTION_KEY` (which form of the page), and the form's fields; 1 for the page's first form, 2 for its second …;
// - by React: the action's id in the header Next-Action, `_1_NAME` for each field (with the four above among them when
//   the page came with them), and `0`: `[STATE,"$K1"]`.
// What React's decoder takes beside these (promises, streams, references …) is where its holes have been. Actions
// never look at the state before: null goes in its place, and nothing from outside reaches the decoder.

/** A form for Next; or that it is none of ours (400), or of a build that runs no more (409). */
export type ActionRequest = { body: Buffer } | { problem: 400 | 409 };

const actionId = /^[0-9a-f]{42}$/;
const reference = /^\$ACTION_REF_([1-9][0-9]{0,3})$/;
const hidden = /^\$ACTION_(?:REF_[1-9][0-9]{0,3}|[1-9][0-9]{0,3}:[01]|KEY)$/;
const field = /^[A-Za-z0-9_.:[\]/ -]{1,200}$/;
/** Names with which a form could reach what every JavaScript object has. */
const reserved = /(?:^|[^A-Za-z0-9])(?:__proto__|constructor|prototype)(?:$|[^A-Za-z0-9])/;
/** The place of the form in the page, or where its answer is shown (useActionState's permalink). */
const formKey = /^(?:k[0-9a-f]{1,64}|p\/[!-~]{0,2000})$/;
const byReactPrefix = "_1_";

/** Checks that a form calls one of the actions of this build as our pages do, and takes React's state out of it. */
export function readActionRequest(
  headers: IncomingHttpHeaders,
  body: Buffer,
  actionIds: ReadonlySet<string>,
): ActionRequest {
  const parts = readMultipart(headers["content-type"] ?? "", body);
  if (parts === undefined) return { problem: 400 };
  const asked = headers["next-action"];
  const call = asked === undefined ? readPlainForm(parts, body) : readByReact(asked, parts, body);
  if (call === undefined || !actionId.test(call.id)) return { problem: 400 };
  if (!actionIds.has(call.id)) return { problem: 409 };
  const { from, to } = call.state;
  return { body: Buffer.concat([body.subarray(0, from), Buffer.from(call.instead), body.subarray(to)]) };
}

/** Which action is called, which part has the state, and what goes in its place. */
type Call = { id: string; state: Part; instead: string };

function readPlainForm(parts: readonly Part[], body: Buffer): Call | undefined {
  const fromReact = parts.filter(({ name }) => hidden.test(name));
  if (fromReact.length !== 4 || !parts.every(({ name }) => isField(name) || hidden.test(name)))
    return undefined;
  const form = fromReact.map(({ name }) => reference.exec(name)?.[1]).find((it) => it !== undefined);
  const value = (name: string) => textOf(only(parts, name), body);
  const id = /^\{"id":"([^"]*)","bound":"\$@1"\}$/.exec(value(`$ACTION_${form}:0`) ?? "")?.[1];
  const state = only(parts, `$ACTION_${form}:1`);
  if (id === undefined || state === undefined || value(`$ACTION_REF_${form}`) !== "") return undefined;
  return formKey.test(value("$ACTION_KEY") ?? "") ? { id, state, instead: "[null]" } : undefined;
}

function readByReact(id: string | string[], parts: readonly Part[], body: Buffer): Call | undefined {
  const state = only(parts, "0");
  if (typeof id !== "string" || state === undefined) return undefined;
  const named = parts.filter((it) => it !== state);
  const isOurs = (name: string) => {
    const own = name.slice(byReactPrefix.length);
    return name.startsWith(byReactPrefix) && (isField(own) || hidden.test(own));
  };
  if (!named.every(({ name }) => isOurs(name))) return undefined;
  if (!/^\[.*,"\$K1"\]$/s.test(textOf(state, body) ?? "")) return undefined;
  return { id, state, instead: '[null,"$K1"]' };
}

function isField(name: string): boolean {
  return field.test(name) && !reserved.test(name);
}

/** The one part of a name; undefined where there is none, or more. */
function only(parts: readonly Part[], name: string): Part | undefined {
  const found = parts.filter((it) => it.name === name);
  return found.length === 1 ? found[0] : undefined;
}

function textOf(part: Part | undefined, body: Buffer): string | undefined {
  return part && body.toString("latin1", part.from, part.to);
}
