import type { IncomingMessage, ServerResponse } from "node:http";
import { cacheControl, type HeaderList, securityHeaders } from "#front/headers.ts";
import { bestEncoding, matches } from "#front/negotiate.ts";
import type { Form, StoredFile } from "#front/stored-files.ts";

export type Exchange = { request: IncomingMessage; response: ServerResponse };

/** How a stored file is sent: its status, how long caches may keep it, what else is said. */
export type Manner = { status: number; cache: string; extra?: HeaderList };

export type Responder = {
  /** Sends a file in the smallest form that the reader takes; 304 where the reader has it already. */
  sendFile(exchange: Exchange, file: StoredFile, manner: Manner): void;
  /** Sends what was made for this reader alone. */
  sendOnce(exchange: Exchange, status: number, headers: HeaderList, body: Buffer): void;
  /** Sends headers and no body. */
  sendEmpty(exchange: Exchange, status: number, headers: HeaderList): void;
};

/** How a page that is there is sent. */
export const asPage: Manner = { status: 200, cache: cacheControl.page };
/** How a file is sent whose name changes with its content. */
export const asImmutable: Manner = { status: 200, cache: cacheControl.immutable };

/** Writes answers with the headers that each of them carries. */
export function createResponder(siteUrl: string): Responder {
  const security = securityHeaders(siteUrl);
  // The headers of a file don't change: made once for each form and manner, they cost nothing afterwards.
  const heads = new Map<Manner, WeakMap<Form, string[]>>();

  function headOf(form: Form, file: StoredFile, manner: Manner): string[] {
    const perForm = heads.get(manner) ?? new WeakMap<Form, string[]>();
    heads.set(manner, perForm);
    const known = perForm.get(form);
    if (known !== undefined) return known;
    const head = [
      ...["Content-Type", file.contentType],
      ...["Content-Length", String(form.body.length)],
      ...["Cache-Control", manner.cache],
      ...["ETag", form.etag],
      ...(file.forms.gzip === undefined ? [] : ["Vary", "Accept-Encoding"]),
      ...(form.encoding === "identity" ? [] : ["Content-Encoding", form.encoding]),
      ...(manner.extra ?? []),
      ...security,
    ];
    perForm.set(form, head);
    return head;
  }

  return {
    sendFile({ request, response }, file, manner) {
      const form = file.forms[bestEncoding(request.headers["accept-encoding"])] ?? file.forms.identity;
      const head = headOf(form, file, manner);
      const has = request.headers["if-none-match"];
      if (manner.status === 200 && has !== undefined && matches(has, form.etag)) {
        response.writeHead(304, withoutContent(head)).end();
      } else if (request.method === "HEAD") response.writeHead(manner.status, head).end();
      else response.writeHead(manner.status, head).end(form.body);
    },

    sendOnce({ request, response }, status, headers, body) {
      const head = ["Content-Length", String(body.length), "Cache-Control", cacheControl.none];
      response.writeHead(status, [...headers, ...head, ...security]);
      response.end(request.method === "HEAD" ? undefined : body);
    },

    sendEmpty({ response }, status, headers) {
      response.writeHead(status, [...headers, "Content-Length", "0", ...security]).end();
    },
  };
}

/** The headers of a 304: those of the 200 but what describes a body that isn't sent (RFC 9110, 15.4.5). */
function withoutContent(head: readonly string[]): string[] {
  return head.flatMap((item, at) =>
    at % 2 === 0 && !/^Content-(?:Type|Length|Encoding)$/.test(item) ? [item, head[at + 1] ?? ""] : [],
  );
}
