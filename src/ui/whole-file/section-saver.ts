import type { OthersSave } from "#domain/form/draft-answer.ts";
import { type FormState, type Problem, typedIn } from "#domain/form-state.ts";
import { thrownProblem } from "#ui/forms/thrown-problem.ts";

/** How long after the last letter a draft saves itself, and how long after an answer that didn't come it tries again. */
export const pauses = { typing: 4_000, retry: 10_000 };

/** The save that a form was made from, and those at which it still shows keys that others have saved since. */
export type Bases = { base: number; shown: Readonly<Record<string, number>> };

/** What is told beside the button; `paused` is after a conflict, until it is decided. */
export type SaveStatus =
  | { kind: "saved"; at: string | undefined }
  | { kind: "unsaved" | "saving" | "paused" }
  | { kind: "failed"; problem: Problem };

/** What a form shows of its saving. */
export type SaverState = {
  status: SaveStatus;
  bases: Bases;
  /** The last answer that has something to say; undefined before the first. */
  answer: FormState | undefined;
  /** Whether somebody pressed a button for that answer: then it has the focus. */
  wasAsked: boolean;
  /** Others' saves that the last one was put together with. */
  others: readonly OthersSave[];
  isSending: boolean;
  /** Whether something is added, moved or taken away: the page comes anew then, and takes no letters until it does. */
  isRebuilding: boolean;
};

type Ports<Button> = {
  /** The form as it stands, with what the button that was pressed adds. */
  collect: (button: Button | null) => FormData;
  post: (form: FormData) => Promise<FormState>;
  /** Shows a page of which the answer tells. */
  goTo: (path: string) => void;
};

type Asked<Button> = { button: Button | null } | "automatic";

/**
 * Saves a section's form: when asked, and some seconds after the last letter. One save at a time; what is typed
 * meanwhile goes with the next one. After a conflict or a refusal it doesn't save by itself until one that was asked
 * for goes well; where no answer comes, or nobody is signed in, it goes on trying.
 */
export class SectionSaver<Button = HTMLElement> {
  readonly #ports: Ports<Button>;
  readonly #listeners = new Set<() => void>();
  #state: SaverState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was typed; `#sent` is its number when the form was last collected. */
  #typed = 0;
  #sent = 0;
  #running: Promise<void> | undefined;
  #next: Asked<Button> | undefined;
  #isPaused: boolean;

  constructor(ports: Ports<Button>, { bases, answer }: Pick<SaverState, "bases" | "answer">) {
    this.#ports = ports;
    this.#isPaused = answer?.outcome === "conflict";
    this.#state = {
      status: statusAfter(answer),
      bases,
      answer,
      wasAsked: answer !== undefined,
      others: [],
      isSending: false,
      isRebuilding: false,
    };
    // What came back unsaved is still to be saved.
    if (answer !== undefined && answer.outcome !== "done") this.#typed = 1;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SaverState => this.#state;

  /** Whether something was typed that the server hasn't acknowledged. */
  get isUnsaved(): boolean {
    return this.#typed !== this.#sent || this.#running !== undefined;
  }

  /** Tells that something was typed. */
  typing(): void {
    this.#typed += 1;
    if (this.#state.status.kind === "saved") this.#show({ status: { kind: "unsaved" } });
    this.#later(pauses.typing);
  }

  /** Saves because somebody asked, by the button that was pressed. */
  press(button: Button | null): void {
    this.#save({ button });
  }

  /** Saves now what is unsaved, if it may by itself; tells whether everything is saved then. */
  async flush(): Promise<boolean> {
    if (this.isUnsaved && !this.#isPaused) this.#save("automatic");
    while (this.#running !== undefined) await this.#running;
    return !this.isUnsaved;
  }

  /** The form for a save that nobody waits for, when the page is left. */
  lastForm(): FormData {
    return this.#collect("automatic");
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    if (!this.#isPaused) this.#timer = setTimeout(() => this.#save("automatic"), pause);
  }

  #collect(asked: Asked<Button>): FormData {
    const form = this.#ports.collect(asked === "automatic" ? null : asked.button);
    form.set("manner", asked === "automatic" ? "automatic" : "manual");
    form.set("live", "yes");
    return form;
  }

  #save(asked: Asked<Button>): void {
    if (this.#running !== undefined) {
      // A button that was pressed goes before what the clock asks for.
      if (asked !== "automatic" || this.#next === undefined) this.#next = asked;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#send(asked).finally(() => {
      this.#running = undefined;
      const next = this.#next;
      this.#next = undefined;
      if (next !== undefined && !(next === "automatic" && this.#isPaused)) this.#save(next);
    });
  }

  async #send(asked: Asked<Button>): Promise<void> {
    const form = this.#collect(asked);
    const before = this.#sent;
    this.#sent = this.#typed;
    const isRebuilding = form.has("do") || form.has("over");
    this.#show({ status: { kind: "saving" }, isSending: true, isRebuilding });
    const answer = await this.#ports.post(form).catch(
      (thrown: unknown): FormState => ({
        outcome: "refused",
        problems: [thrownProblem(thrown)],
        typed: typedIn(form),
      }),
    );
    if (answer.draft?.kind !== "saved") this.#sent = before;
    this.#take(answer, asked !== "automatic");
  }

  #take(answer: FormState, wasAsked: boolean): void {
    const { draft, problems } = answer;
    if (draft?.kind === "saved") {
      this.#isPaused = false;
      const status: SaveStatus =
        this.#typed === this.#sent ? { kind: "saved", at: draft.at } : { kind: "unsaved" };
      const goesOn = draft.goTo !== undefined;
      this.#show({
        status,
        bases: { base: draft.save, shown: draft.shown },
        others: draft.others,
        isSending: goesOn,
        isRebuilding: goesOn,
        // What a save by itself finds wrong isn't told: nobody has finished typing.
        ...(wasAsked ? { answer, wasAsked } : this.#isOver() && { answer: undefined }),
      });
      if (goesOn) this.#ports.goTo(draft.goTo ?? "");
      return;
    }
    const problem = problems[0] ?? { code: "not-valid" };
    // Then nothing was looked at: the same may go well a moment later.
    const isUnheard = problem.code === "not-reached" || problem.code === "told";
    const isAway = answer.outcome === "signed-out" || isUnheard;
    this.#isPaused = !isAway;
    this.#show({
      status: answer.outcome === "conflict" ? { kind: "paused" } : { kind: "failed", problem },
      isSending: false,
      isRebuilding: false,
      ...((wasAsked || !isAway) && { answer, wasAsked }),
    });
    if (isUnheard) this.#later(pauses.retry);
  }

  /** Whether the answer that stands there tells of something that has passed. */
  #isOver(): boolean {
    return this.#state.answer !== undefined && this.#state.answer.outcome !== "done";
  }

  #show(change: Partial<SaverState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** What is told of a page that an answer came with, or that was asked for and holds what is saved. */
function statusAfter(answer: FormState | undefined): SaveStatus {
  if (answer === undefined || answer.outcome === "done") return { kind: "saved", at: undefined };
  if (answer.outcome === "conflict") return { kind: "paused" };
  return { kind: "failed", problem: answer.problems[0] ?? { code: "not-valid" } };
}
