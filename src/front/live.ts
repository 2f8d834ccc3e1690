import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type Address, articleAddress, facilityAddress, liveAddresses } from "#domain/addresses.ts";
import {
  type PeopleFilters,
  parseListQuery,
  parsePeopleQuery,
  parseSearchQuery,
  peopleQueryString,
  type QueryProblem,
  searchQueryString,
  unknownCodes,
} from "#domain/filters.ts";
import type { Encoding } from "#front/negotiate.ts";
import type { Renderer } from "#front/renderer.ts";
import { strip } from "#publisher/strip.ts";

/** What an address's query asks for: nothing (the finished page is the answer), or a page of its own. */
export type LiveQuery = { plain: boolean; status: 200 | 400 };

/** Whether the edition has a page at an address. */
export type IsMade = (address: Address) => boolean;

/** Reads the query of a page that takes one. Undefined for all other pages. */
export function readLiveQuery(address: Address, query: string, isMade: IsMade): LiveQuery | undefined {
  if (!liveAddresses.includes(address)) return undefined;
  const params = new URLSearchParams(query);
  // Next keeps these for itself: a page never sees them, and so cannot say that it knows no such filter.
  for (const key of [...params.keys()]) if (/^(?:_rsc$|nxt[PI])/.test(key)) params.delete(key);
  const { asked, problems } = (readers[address] ?? list)(params, isMade);
  // What somebody types is never a bad request, whatever it is: the page says what was made of it.
  const isGood = problems.every(({ key }) => key === "q");
  return { plain: asked === "" && problems.length === 0, status: isGood ? 200 : 400 };
}

type Read = (params: URLSearchParams, isMade: IsMade) => { asked: string; problems: readonly QueryProblem[] };

const list: Read = (params) => {
  const { page, problems } = parseListQuery(params);
  return { asked: page === 1 ? "" : String(page), problems };
};

const readers: Readonly<Partial<Record<Address, Read>>> = {
  "/people": (params, isMade) => {
    const { query, problems } = parsePeopleQuery(params);
    return { asked: peopleQueryString(query), problems: [...problems, ...codesNotMade(query, isMade)] };
  },
  "/search": (params, isMade) => {
    const { query, problems } = parseSearchQuery(params);
    return { asked: searchQueryString(query), problems: [...problems, ...codesNotMade(query, isMade)] };
  },
};

function codesNotMade(query: PeopleFilters, isMade: IsMade): QueryProblem[] {
  return unknownCodes(query, {
    place: (code) => isMade(facilityAddress(code)),
    article: (code) => isMade(articleAddress(code)),
  });
}

export type LivePages = {
  /** A page rendered for one reader; undefined when it cannot be made now, or nobody wants it any more. */
  render(path: string, isWanted: () => boolean): Promise<Buffer | undefined>;
};

// Next renders in one thread. More at once only makes everyone wait longer, and what waits too long is not waited for.
const mostRendering = 4;
const mostWaiting = 64;

/** Renders pages that depend on a query: stripped, checked, kept nowhere. */
export function createLivePages(renderer: Pick<Renderer, "render">): LivePages {
  let rendering = 0;
  const waiting: (() => void)[] = [];

  return {
    async render(path, isWanted) {
      if (rendering >= mostRendering) {
        if (waiting.length >= mostWaiting) return undefined;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      rendering++;
      try {
        if (!isWanted()) return undefined;
        const { status, body } = await renderer.render(path);
        return status === 200 ? Buffer.from(strip(body.toString("utf8")).html) : undefined;
      } catch {
        // Nothing is written down: the path holds what a reader looks for.
        return undefined;
      } finally {
        rendering--;
        waiting.shift()?.();
      }
    },
  };
}

/** Compresses an answer that is made once: quickly. */
export async function compressOnce(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") {
    return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  }
  return encoding === "gzip" ? promisify(gzip)(body, { level: 6 }) : body;
}
