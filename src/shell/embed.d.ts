// Types of <ilrs-explainer>, as embed.js defines it.

/** What is on show: the canonical query, and how many lines it leaves. */
export interface IlrsShown {
  query: string;
  shown: number;
}

/** A card that was opened. */
export interface IlrsSelected {
  type: "participant" | "person" | "mission" | "facility" | "phase" | "event" | "milestone" | "conflict" | "source";
  id: string;
}

/** Why it cannot run here, and what is wrong with a record, in sentences. */
export interface IlrsFailed {
  message: string;
  problems: string[];
}

/** Attributes are input only; each has a property of its name. Lists are joined by `~`. `lang`, which any element may
 * have, is `en`, `zh` or `ru`; without it the explainer is in English. */
export interface IlrsAttributes {
  q?: string | null;
  kind?: string | null;
  participant?: string | null;
  mission?: string | null;
  milestone?: string | null;
  phase?: string | null;
  status?: string | null;
  confidence?: string | null;
  from?: string | number | null;
  to?: string | number | null;
  asof?: string | null;
  view?: "all" | "plan" | "missions" | "participants" | "promises" | "timeline" | "table" | "conflicts" | "compare" | "slip" | "step" | "scene" | "moon" | "card" | (string & {}) | null;
  mode?: "hide" | "dim" | (string & {}) | null;
  theme?: "auto" | "light" | "dark" | (string & {}) | null;
  /** With the view `card`: the thing whose card is shown, as `mission-luna-26`. */
  item?: string | null;
  /** The address of another record in the published form. */
  src?: string | null;
  /** `url`: the query is mirrored to the address of the page, as the parameter `ilrs`. */
  sync?: "url" | (string & {}) | null;
  /** `lazy`, as without it: starts near the window. */
  loading?: "lazy" | "eager" | (string & {}) | null;
}

/** What it says to the page around: each event bubbles, out of shadow roots too. */
export interface IlrsEvents {
  "ilrs-ready": CustomEvent<IlrsShown>;
  "ilrs-change": CustomEvent<IlrsShown>;
  "ilrs-select": CustomEvent<IlrsSelected>;
  "ilrs-error": CustomEvent<IlrsFailed>;
}

/** The explainer, or one view of it. */
export interface IlrsExplainerElement extends HTMLElement, Required<IlrsAttributes> {
  /** The canonical query on show; empty until it runs. */
  readonly query: string;
  /** Starts now, wherever it stands. */
  start(): Promise<void>;
}

/** What JSX may say of it beside what it may say of any element: the attributes, and what hears the events. */
export type IlrsProps = IlrsAttributes & {
  [Name in keyof IlrsEvents as `on${Name}` | `on${Name}Capture`]?: (event: IlrsEvents[Name]) => void;
};

declare global {
  interface HTMLElementTagNameMap {
    "ilrs-explainer": IlrsExplainerElement;
  }
  interface GlobalEventHandlersEventMap extends IlrsEvents {}
}

// JSX of React 19. Where its types are missing there is nothing to add to: the line is passed over.
// @ts-ignore
declare module "react" { namespace JSX { interface IntrinsicElements { "ilrs-explainer": DetailedHTMLProps<HTMLAttributes<IlrsExplainerElement>, IlrsExplainerElement> & IlrsProps } } }
