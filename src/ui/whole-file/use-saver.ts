"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import { shownPrefix } from "#domain/form/section-fields.ts";
import { type FormState, fieldsOf, idle } from "#domain/form-state.ts";
import { type Bases, pauses, type SaverState, SectionSaver } from "#ui/whole-file/section-saver.ts";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

// How a plain form calls the action: what the server wrote into the first one. A page that is left needs it, since
// nothing waits for the script's own way then. It stays when the form is made anew in the browser.
let plainCall: [name: string, value: string][] = [];

/** The saver of a form with what it shows. Saves what is left over when the page is left. */
export function useSaver(
  form: RefObject<HTMLFormElement | null>,
  { action, posted, save }: { action: Action; posted: FormState; save: number },
): { saver: SectionSaver; shown: SaverState } {
  const router = useRouter();
  const [saver] = useState(
    () =>
      new SectionSaver(
        {
          collect: (submitter) => sentFields(new FormData(form.current ?? undefined, submitter)),
          post: (sent) => action(idle, sent),
          goTo: (path) => {
            const left = form.current;
            router.replace(path, { scroll: false });
            // The form takes no letters any more: where the new one doesn't come, the page is asked for anew.
            setTimeout(() => left?.isConnected && window.location.assign(path), pauses.retry);
          },
        },
        { bases: basesOf(posted, save), answer: posted.outcome === "idle" ? undefined : posted },
      ),
  );
  const shown = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('input[name^="$ACTION_"]') ?? [])];
    if (fields.length > 0) plainCall = fields.map(({ name, value }) => [name, value]);
    if (form.current !== null && wasChanged(form.current)) saver.typing();
    return saveOnLeaving(saver);
  }, [saver, form]);
  return { saver, shown };
}

function saveOnLeaving(saver: SectionSaver): () => void {
  let wasLeft = false;
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") void saver.flush();
    },
    { signal },
  );
  window.addEventListener(
    "beforeunload",
    (event) => {
      if (saver.isUnsaved) event.preventDefault();
    },
    { signal },
  );
  window.addEventListener(
    "pagehide",
    () => {
      if (!saver.isUnsaved || plainCall.length === 0) return;
      const last = saver.lastForm();
      for (const [name, value] of plainCall) last.append(name, value);
      wasLeft = navigator.sendBeacon(window.location.pathname, last);
    },
    { signal },
  );
  // Come back to, the page no longer knows at which save the draft stands.
  window.addEventListener("pageshow", () => wasLeft && window.location.reload(), { signal });
  document.addEventListener("click", (event) => void leaveBySaving(event, saver), { signal, capture: true });
  return () => {
    listening.abort();
    saver.stop();
  };
}

/** A link that leads away is followed when everything is saved; where that fails the browser asks. */
async function leaveBySaving(event: MouseEvent, saver: SectionSaver): Promise<void> {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || !saver.isUnsaved) return;
  const isOwnWindow =
    link.target === "" && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  const isThisPage = link.pathname === window.location.pathname && link.hash !== "";
  if (!isOwnWindow || isThisPage || link.origin !== window.location.origin) return;
  event.preventDefault();
  event.stopPropagation();
  await saver.flush();
  window.location.assign(link.href);
}

/** Whether something was typed or chosen before this script ran. */
function wasChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((it) => {
    if (it instanceof HTMLTextAreaElement) return it.value !== it.defaultValue;
    if (it instanceof HTMLInputElement)
      return it.value !== it.defaultValue || it.checked !== it.defaultChecked;
    if (!(it instanceof HTMLSelectElement)) return false;
    const options = [...it.options];
    const given = options.find((option) => option.defaultSelected) ?? options[0];
    return given !== undefined && !given.selected;
  });
}

/** Without the fields that React adds for browsers without JavaScript. */
function sentFields(all: FormData): FormData {
  const form = new FormData();
  for (const [name, value] of fieldsOf(all)) form.append(name, value);
  return form;
}

/** The saves that a form was made from: as it was sent, where this is the answer to it. */
function basesOf(posted: FormState, save: number): Bases {
  const sent = new Map(posted.typed);
  const shown = [...sent].filter(([name]) => name.startsWith(shownPrefix));
  return {
    base: Number(sent.get("base") ?? save),
    shown: Object.fromEntries(shown.map(([name, value]) => [name.slice(shownPrefix.length), Number(value)])),
  };
}
