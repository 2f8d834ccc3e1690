import { pipeline } from "node:stream/promises";
import type { Language } from "#domain/languages.ts";
import { readActionRequest } from "#front/action-request.ts";
import { clientAddress } from "#front/client-address.ts";
import type { ErrorPages, Refusal } from "#front/error-pages.ts";
import { editorHeaders } from "#front/headers.ts";
import { comesFromOwnPage, ownOrigins } from "#front/origin.ts";
import type { Forward, Forwarded, Renderer } from "#front/renderer.ts";
import { type Body, createBodies } from "#front/request-body.ts";
import type { Exchange, Responder } from "#front/respond.ts";
import { readRouterHeaders } from "#front/router-headers.ts";
import { type Typed, typedIn } from "#front/typed-back.ts";

type Parts = {
  siteUrl: string;
  renderer: Pick<Renderer, "forward" | "actionIds">;
  errorPages: ErrorPages;
  responder: Responder;
};

const methods = ["GET", "HEAD", "POST"];
const longestGet = 30_000;
/** Publishing makes pages and reads them back before it says that it is done. */
const longestPost = 120_000;
/** More at once than a team sends; whoever floods the sign-in page doesn't take the renderer from readers. */
const mostAtOnce = 128;

/** The headers of a request that mean something to Next and to our pages. All others stay outside. */
const passedOn = ["accept", "accept-language", "cookie"];
const passedOnWithForm = ["content-type", "next-action", "next-router-state-tree", "next-url"];

/** What Next's answer says to a browser or to Next's own client. */
const passedBack = [
  "content-type",
  "content-disposition",
  "location",
  "set-cookie",
  "x-action-redirect",
  "x-action-revalidated",
  "x-nextjs-action-not-found",
  "x-nextjs-postponed",
  "x-nextjs-prerender",
  "x-nextjs-rewritten-path",
  "x-nextjs-rewritten-query",
  "x-nextjs-stale-time",
];

export type Editors = {
  /** Answers a request for an address of the editors' side. */
  answer(exchange: Exchange, language: Language, url: string): Promise<void>;
};

/** The editors' side: pages and forms go to Next and its answers come back, each with the headers that we allow. */
export function createEditors({ siteUrl, renderer, errorPages, responder }: Parts): Editors {
  const { origin, host } = new URL(siteUrl);
  const origins = ownOrigins(siteUrl);
  const bodies = createBodies();
  let atOnce = 0;

  return {
    async answer(exchange, language, url) {
      const { method = "" } = exchange.request;
      if (!methods.includes(method)) {
        return responder.sendEmpty(exchange, 405, ["Allow", methods.join(", "), "Connection", "close"]);
      }
      if (method === "POST") {
        await bodies.use(exchange.request, (body) => answerForm(exchange, language, url, body));
      } else await answerPage(exchange, language, method, url);
    },
  };

  async function answerPage(exchange: Exchange, language: Language, method: string, url: string) {
    const { request, response } = exchange;
    const routerHeaders = readRouterHeaders(request.headers);
    if (routerHeaders === undefined) return refuse(exchange, language, 400);
    const left = new AbortController();
    response.once("close", () => left.abort());
    const signal = AbortSignal.any([left.signal, AbortSignal.timeout(longestGet)]);
    const headers = { ...picked(exchange, passedOn), ...routerHeaders };
    const answer = await askNext({ method, path: withoutInternals(url), headers, signal });
    if (answer === undefined || answer.status >= 500) return refuse(exchange, language, 503, answer);
    // What Next renders here is blank without scripts.
    if (answer.status === 404 && isHtml(answer)) {
      return refuse(exchange, language, 404, answer);
    }
    await passBack(exchange, answer);
  }

  async function answerForm(exchange: Exchange, language: Language, url: string, body: Body) {
    const { request, response } = exchange;
    // What is far too large was not read.
    if (!request.complete) response.shouldKeepAlive = false;
    if (!comesFromOwnPage(request.headers, origins)) return refuse(exchange, language, 403);
    if ("problem" in body) return refuse(exchange, language, body.problem);
    const giveBack = (refusal: Refusal, instead?: Forwarded) =>
      refuse(
        exchange,
        language,
        refusal,
        instead,
        typedIn(request.headers["content-type"] ?? "", body.bytes),
      );
    const action = readActionRequest(request.headers, body.bytes, renderer.actionIds);
    if ("problem" in action) return giveBack(action.problem);
    if (readRouterHeaders(request.headers) === undefined) return giveBack(400);
    const headers = {
      ...picked(exchange, [...passedOn, ...passedOnWithForm]),
      // Next holds it against the host; both are the site's own, whichever of its names was used.
      origin,
      "content-length": String(action.body.length),
    };
    // Once it is here a form is dealt with, even when its sender has gone.
    const signal = AbortSignal.timeout(longestPost);
    const asked = { method: "POST", path: withoutInternals(url), headers, body: action.body, signal };
    const answer = await askNext(asked);
    if (answer === undefined) return giveBack(503);
    if (answer.status >= 500) return giveBack(500, answer);
    if (isOfAnotherPage(answer)) return giveBack(400, answer);
    if (answer.status === 404 && isHtml(answer)) return refuse(exchange, language, 404, answer);
    await passBack(exchange, answer);
  }

  /** Next's answer; undefined where there is none in time, or where too many wait for one. */
  async function askNext(request: Forward): Promise<Forwarded | undefined> {
    if (atOnce >= mostAtOnce) return undefined;
    atOnce++;
    try {
      return await renderer.forward(request);
    } catch {
      return undefined;
    } finally {
      atOnce--;
    }
  }

  function picked({ request }: Exchange, names: readonly string[]): Record<string, string> {
    const headers: Record<string, string> = { host, "x-kartateka-address": clientAddress(request) };
    for (const name of names) {
      const value = request.headers[name];
      if (typeof value === "string") headers[name] = value;
    }
    return headers;
  }

  /** Answers in place of what Next said, if it did. */
  function refuse(
    exchange: Exchange,
    language: Language,
    refusal: Refusal,
    instead?: Forwarded,
    typed: readonly Typed[] = [],
  ): void {
    instead?.body.destroy();
    errorPages.sendToEditor(exchange, language, refusal, typed);
  }

  async function passBack({ response }: Exchange, { status, headers, body }: Forwarded): Promise<void> {
    const policy = headers["content-security-policy"];
    const head = [...editorHeaders(siteUrl, typeof policy === "string" ? policy : undefined)];
    for (const name of passedBack) for (const value of [headers[name] ?? []].flat()) head.push(name, value);
    response.writeHead(status, head);
    // A page that breaks off is cut, and an editor who has gone away needs none.
    await pipeline(body, response).catch(() => response.destroy());
  }
}

function isHtml({ headers }: Forwarded): boolean {
  return headers["content-type"]?.startsWith("text/html") ?? false;
}

/** An action that the page asked for doesn't have: Next says so in its own words, or in an empty object. */
function isOfAnotherPage({ headers }: Forwarded): boolean {
  const leads = headers["x-action-redirect"] !== undefined;
  return !leads && /^(?:text\/plain|application\/json)/.test(headers["content-type"] ?? "");
}

/** A query without the names that Next keeps for itself, written as a browser writes it. */
function withoutInternals(url: string): string {
  const [path = "", ...query] = url.split("?");
  const params = new URLSearchParams(query.join("?"));
  for (const key of [...params.keys()]) if (/^(?:nxt[PI]|__next)/.test(key)) params.delete(key);
  return params.size === 0 ? path : `${path}?${params}`;
}
