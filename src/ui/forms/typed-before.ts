import { type RefObject, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";

/**
 * Keeps what was typed into a textarea before React took over the page that the server made: React would put the first
 * text back there (and there alone).
 */
export function useTypedBefore(id: string): RefObject<HTMLTextAreaElement | null> {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const isTakingOver = useSyncExternalStore(nothingToWatch, isOver, isTakenOver);
  const [before] = useState(() => {
    if (!isTakingOver || typeof document === "undefined") return undefined;
    const there = document.getElementById(id);
    if (!(there instanceof HTMLTextAreaElement) || there.value === there.defaultValue) return undefined;
    return { value: there.value, start: there.selectionStart, end: there.selectionEnd };
  });
  useLayoutEffect(() => {
    if (before === undefined || textarea.current === null) return;
    textarea.current.value = before.value;
    textarea.current.setSelectionRange(before.start, before.end);
  }, [before]);
  return textarea;
}

// A store is asked for what the server knew while React takes over, and only then.
const nothingToWatch = () => () => {};
const isOver = () => false;
const isTakenOver = () => true;
