import type { useTranslations } from "next-intl";
import { isRecord } from "#domain/json.ts";

/** A message by its whole path. */
export type MessageKey = Parameters<ReturnType<typeof useTranslations<never>>>[0];

/** Whether there is a message of this path, for paths that are put together from data. */
export function isMessageKey(messages: unknown, path: string): path is MessageKey {
  let node = messages;
  for (const step of path.split(".")) {
    node = isRecord(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  }
  return typeof node === "string";
}
