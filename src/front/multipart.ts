/** A field of a form: its name, and where its value stands in the body. */
export type Part = { name: string; from: number; to: number };

const contentType = /^multipart\/form-data; ?boundary=([A-Za-z0-9_-]{1,70})$/;
/** As browsers write a field. A file has a file name and a type beside it: no form of ours sends one. */
const fieldHeader = /^Content-Disposition: form-data; name="([^"\\%\r\n]{1,220})"$/;
const mostHeaderBytes = 300;
/** More than any page of ours sends. */
const mostParts = 20_000;

/**
 * Finds the fields of a multipart form, written as browsers write them and in no other way: what every reader of such
 * forms reads alike. Undefined for anything else.
 */
export function readMultipart(type: string, body: Buffer): Part[] | undefined {
  const boundary = contentType.exec(type)?.[1];
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  if (!isAt(body, 0, delimiter.subarray(2))) return undefined;
  let at = delimiter.length - 2;
  while (isAt(body, at, lineEnd)) {
    const headerFrom = at + lineEnd.length;
    const headerTo = body.indexOf("\r\n\r\n", headerFrom);
    if (headerTo === -1 || headerTo - headerFrom > mostHeaderBytes) return undefined;
    const name = fieldHeader.exec(body.toString("latin1", headerFrom, headerTo))?.[1];
    const from = headerTo + 4;
    const to = body.indexOf(delimiter, from);
    if (name === undefined || to === -1 || parts.length === mostParts) return undefined;
    // Some readers look for the boundary without what stands before it. No browser takes one that is in a value.
    if (body.indexOf(boundary, from) !== to + delimiter.length - boundary.length) return undefined;
    parts.push({ name, from, to });
    at = to + delimiter.length;
  }
  return body.toString("latin1", at, at + 5) === "--\r\n" ? parts : undefined;
}

const lineEnd = Buffer.from("\r\n");

function isAt(body: Buffer, at: number, bytes: Buffer): boolean {
  return body.subarray(at, at + bytes.length).equals(bytes);
}
