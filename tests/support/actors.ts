import type { Actor } from "#domain/policy.ts";

/** Somebody of each role, for commands: the id is the name. */
export const editor: Actor = { id: "editor", name: "Editor of the test", role: "editor" };
export const otherEditor: Actor = { id: "other-editor", name: "Another editor", role: "editor" };
export const reviewer: Actor = { id: "reviewer", name: "Reviewer of the test", role: "reviewer" };
export const otherReviewer: Actor = { id: "other-reviewer", name: "Another reviewer", role: "reviewer" };
