/** The fields of a form, in their order. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** A request that calls a server action. */
export type ActionCall = { headers: Record<string, string>; body: string };

const boundary = "----WebKitFormBoundaryabcDEF0123456789";

/** The type and the body of a form, written as browsers write it. */
export function multipart(fields: Fields, line = boundary): ActionCall {
  const parts = fields.map(
    ([name, value]) =>
      `--${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value.replace(/\r?\n/g, "\r\n")}\r\n`,
  );
  return {
    headers: { "content-type": `multipart/form-data; boundary=${line}` },
    body: `${parts.join("")}--${line}--\r\n`,
  };
}

/** The fields with which a page without scripts says which action its form calls. */
export function hiddenFields(id: string, state: string): Fields {
  return [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", `{"id":"${id}","bound":"$@1"}`],
    ["$ACTION_1:1", `[${state}]`],
    ["$ACTION_KEY", "k612aef20a8da7e4afff051d5b55a72f9"],
  ];
}

/** The fields that React makes of a form, and of the state before it. */
export function reactFields(fields: Fields, state: string): Fields {
  return [...fields.map(([name, value]) => [`_1_${name}`, value] as const), ["0", `[${state},"$K1"]`]];
}

const idleState = '{"outcome":"idle","problems":[],"typed":[]}';

/** A form that a browser sends without scripts. */
export function plainCall(id: string, fields: Fields, state = idleState): ActionCall {
  return multipart([...hiddenFields(id, state), ...fields]);
}

/** The same form, sent by React. */
export function reactCall(id: string, fields: Fields, state = idleState): ActionCall {
  const { headers, body } = multipart(reactFields(fields, state));
  return { headers: { ...headers, "next-action": id, accept: "text/x-component" }, body };
}
