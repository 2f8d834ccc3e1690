import type { Language } from "#domain/languages.ts";
import { cacheControl, notIndexed } from "#front/headers.ts";
import type { Exchange, Manner, Responder } from "#front/respond.ts";
import type { StoredFiles } from "#front/stored-files.ts";
import { type Typed, withTyped } from "#front/typed-back.ts";
import { messagesIn } from "#i18n/messages.ts";
import { type ErrorStatus, errorFile } from "#publisher/layout.ts";

type ErrorManner = Manner & { status: ErrorStatus };

const later = ["Retry-After", "60"];

/** How readers are told. */
export const forReaders = {
  404: { status: 404, cache: cacheControl.page },
  410: { status: 410, cache: cacheControl.page },
  503: { status: 503, cache: cacheControl.none, extra: later },
} as const satisfies Partial<Record<ErrorStatus, ErrorManner>>;

/** Where the address has no language the reader's is taken, which a cache would not know. */
export const unknownInAnyLanguage: ErrorManner = { status: 404, cache: cacheControl.none };

/** How editors are told: kept by no cache. */
const forEditors = {
  400: { status: 400, cache: cacheControl.none, extra: notIndexed },
  403: { status: 403, cache: cacheControl.none, extra: notIndexed },
  404: { status: 404, cache: cacheControl.none, extra: notIndexed },
  409: { status: 409, cache: cacheControl.none, extra: notIndexed },
  413: { status: 413, cache: cacheControl.none, extra: notIndexed },
  500: { status: 500, cache: cacheControl.none, extra: notIndexed },
  503: { status: 503, cache: cacheControl.none, extra: [...later, ...notIndexed] },
} as const satisfies Partial<Record<ErrorStatus, ErrorManner>>;

/** What an editor can be told in place of a page. */
export type Refusal = keyof typeof forEditors;

const words = {
  400: "unreadable",
  403: "foreign",
  404: "notFound",
  409: "outdated",
  413: "tooLarge",
  500: "failed",
  503: "failed",
} as const satisfies Record<Refusal, string>;

export type ErrorPages = {
  /** Sends the edition's page about what is the matter. */
  send(exchange: Exchange, language: Language, manner: ErrorManner): void;
  /**
   * The same for an editor: the page, with what was typed in the form; or the words alone where a script of ours asks
   * and shows them.
   */
  sendToEditor(exchange: Exchange, language: Language, refusal: Refusal, typed?: readonly Typed[]): void;
};

/** The edition's pages about what is the matter. */
export function createErrorPages(edition: string, files: StoredFiles, responder: Responder): ErrorPages {
  function send(exchange: Exchange, language: Language, manner: ErrorManner): void {
    const page = files.find(errorFile(edition, language, manner.status));
    if (page !== undefined) responder.sendFile(exchange, page, manner);
    // There is no edition: what we don't know may well be there soon.
    else responder.sendEmpty(exchange, 503, ["Cache-Control", cacheControl.none]);
  }

  return {
    send,
    sendToEditor(exchange, language, refusal, typed = []) {
      const { headers, method } = exchange.request;
      if (method === "POST" && headers["next-action"] !== undefined) {
        const text = Buffer.from(messagesIn(language).errors[words[refusal]].text);
        // The type to the letter: Next's client shows the text of no other.
        responder.sendOnce(exchange, refusal, ["Content-Type", "text/plain", ...notIndexed], text);
        return;
      }
      const manner = forEditors[method === "POST" && refusal === 503 ? 500 : refusal];
      const page = files.find(errorFile(edition, language, manner.status));
      if (page === undefined || typed.length === 0) return send(exchange, language, manner);
      const html = withTyped(page.forms.identity.body.toString(), typed);
      const head = ["Content-Type", page.contentType, ...manner.extra];
      responder.sendOnce(exchange, manner.status, head, Buffer.from(html));
    },
  };
}
