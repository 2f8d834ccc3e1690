import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Address } from "#domain/addresses.ts";
import type { Language } from "#domain/languages.ts";
import type { BuildFiles } from "#front/build-files.ts";
import type { Editors } from "#front/editors.ts";
import { type ErrorPages, forReaders, unknownInAnyLanguage } from "#front/error-pages.ts";
import { cacheControl } from "#front/headers.ts";
import { answerHealth, isHealthPath } from "#front/health.ts";
import { compressOnce, type LivePages, readLiveQuery } from "#front/live.ts";
import { bestEncoding, bestLanguage } from "#front/negotiate.ts";
import { type AskedPage, languageOf, readPath } from "#front/paths.ts";
import { asImmutable, asPage, type Exchange, type Responder } from "#front/respond.ts";
import type { StoredFiles } from "#front/stored-files.ts";
import {
  beingRemadeMarker,
  goneMarker,
  pageFile,
  pageFolder,
  personFolder,
  personOf,
} from "#publisher/layout.ts";

type Parts = {
  edition: string;
  files: StoredFiles;
  buildFiles: BuildFiles;
  livePages: LivePages;
  errorPages: ErrorPages;
  editors: Editors;
  responder: Responder;
};

const longestUrl = 2_048;
const methods = ["GET", "HEAD"];

/** Answers requests: the edition's files first of all, then everything that is not one of them. */
export function createAnswerer({
  edition,
  files,
  buildFiles,
  livePages,
  errorPages,
  editors,
  responder,
}: Parts) {
  return async function answer(exchange: Exchange): Promise<void> {
    const { method = "", url = "" } = exchange.request;
    const queryAt = url.indexOf("?");
    const path = queryAt === -1 ? url : url.slice(0, queryAt);
    const query = queryAt === -1 ? "" : url.slice(queryAt + 1);
    const asked = readPath(path);
    if (asked.kind === "editor" && url.length <= longestUrl) {
      return editors.answer(exchange, asked.language, url);
    }
    if (!methods.includes(method)) {
      // What came with it isn't read: the connection ends with the answer.
      return responder.sendEmpty(exchange, 405, ["Allow", methods.join(", "), "Connection", "close"]);
    }
    if (url.length > longestUrl) return responder.sendEmpty(exchange, 414, []);
    if (path === "/") return sendToLanguage(exchange);
    if (isHealthPath(path)) return answerHealth(exchange, responder, edition, path);

    if (asked.kind === "page") return answerPage(exchange, asked, url, query);
    if (asked.kind === "file") return answerFile(exchange, path, asked.immutable);
    if (asked.kind === "elsewhere" && isAnswered(asked.path)) {
      const location = query === "" ? asked.path : `${asked.path}?${query}`;
      return responder.sendEmpty(exchange, 308, ["Location", location, "Cache-Control", cacheControl.page]);
    }
    const language = languageOf(path);
    if (language !== undefined) errorPages.send(exchange, language, forReaders[404]);
    else errorPages.send(exchange, readersLanguage(exchange), unknownInAnyLanguage);
  };

  async function answerPage(exchange: Exchange, asked: AskedPage, url: string, query: string): Promise<void> {
    const { address, language } = asked;
    const live =
      query === ""
        ? undefined
        : readLiveQuery(address, query, (it) => existsSync(pageFile(edition, it, language)));
    if (live !== undefined && !live.plain) return sendLive(exchange, language, url, live.status);
    const file = pageFile(edition, address, language);
    const found = files.find(file);
    if (found !== undefined) return responder.sendFile(exchange, found, asPage);
    const status = absence(address, language);
    // A page that was down may have been made while we looked for the reason.
    const made = status === 404 ? files.find(file) : undefined;
    if (made !== undefined) responder.sendFile(exchange, made, asPage);
    else errorPages.send(exchange, language, forReaders[status]);
  }

  async function answerFile(exchange: Exchange, path: string, immutable: boolean): Promise<void> {
    const found = files.find(join(edition, path)) ?? (immutable ? await buildFiles.find(path) : undefined);
    if (found !== undefined) responder.sendFile(exchange, found, immutable ? asImmutable : asPage);
    // Nobody reads what a missing style sheet says: any language will do, and caches need not tell them apart.
    else errorPages.send(exchange, "be", forReaders[404]);
  }

  function sendToLanguage(exchange: Exchange): void {
    responder.sendEmpty(exchange, 307, [
      ...["Location", `/${readersLanguage(exchange)}`],
      ...["Vary", "Accept-Language"],
      ...["Cache-Control", cacheControl.page],
    ]);
  }

  async function sendLive(
    exchange: Exchange,
    language: Language,
    url: string,
    status: number,
  ): Promise<void> {
    const page = await livePages.render(url, () => !exchange.response.destroyed);
    if (page === undefined) return errorPages.send(exchange, language, forReaders[503]);
    const encoding = bestEncoding(exchange.request.headers["accept-encoding"]);
    const body = await compressOnce(page, encoding);
    const headers = ["Content-Type", "text/html; charset=utf-8", "Vary", "Accept-Encoding"];
    if (encoding !== "identity") headers.push("Content-Encoding", encoding);
    responder.sendOnce(exchange, status, headers, body);
  }

  /** Why a page isn't there: withdrawn, being remade, or there is no such address. */
  function absence(address: Address, language: Language): keyof typeof forReaders {
    const number = personOf(address);
    if (number !== undefined && existsSync(join(personFolder(edition, number, language), goneMarker)))
      return 410;
    if (existsSync(join(pageFolder(edition, address, language), beingRemadeMarker))) return 503;
    return 404;
  }

  function isAnswered(path: string): boolean {
    if (path === "/") return true;
    const asked = readPath(path);
    if (asked.kind === "editor") return true;
    if (asked.kind === "file") return existsSync(join(edition, path));
    if (asked.kind !== "page") return false;
    const { address, language } = asked;
    return existsSync(pageFile(edition, address, language)) || absence(address, language) !== 404;
  }
}

function readersLanguage({ request }: Exchange): Language {
  return bestLanguage(request.headers["accept-language"]);
}
