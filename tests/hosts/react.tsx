// A page made with React: its state asks, the element answers, and what the element says becomes state again.
import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { IlrsExplainerElement, IlrsShown } from "../../src/shell/embed";

type Heard = (what: string, shown: IlrsShown) => void;

// One element in a list. It hears changes by a prop, and the start through a ref, as before React 19.
const One = ({ view, kind, heard }: { view: string; kind: string | null; heard: Heard }) => {
  const element = useRef<IlrsExplainerElement>(null);
  useEffect(() => {
    const one = element.current;
    const ready = ({ detail }: CustomEvent<IlrsShown>) => heard("ready", detail);
    one?.addEventListener("ilrs-ready", ready);
    return () => one?.removeEventListener("ilrs-ready", ready);
  }, [heard]);
  return (
    <ilrs-explainer ref={element} id={view} className="wide" view={view} kind={kind} loading="eager" onilrs-change={({ detail }) => heard("change", detail)}>
      <p>What the author wrote.</p>
    </ilrs-explainer>
  );
};

const App = () => {
  const [there, setThere] = useState(false);
  const [views, setViews] = useState(["timeline", "promises"]);
  const [kind, setKind] = useState<string | null>(null);
  const [said, setSaid] = useState<string[]>([]);
  // The same function in every render: who hears is told once.
  const [heard] = useState((): Heard => (what, { query, shown }) => setSaid((said) => [...said, `${what} ${query} ${shown}`]));
  return (
    <main>
      <h1>A page made with React</h1>
      <button id="toggle" onClick={() => setThere(!there)}>There or not</button>
      <button id="kind" onClick={() => setKind(kind ? null : "launch")}>Launches or everything</button>
      <button id="turn" onClick={() => setViews(views.toReversed())}>The other way round</button>
      <button id="forget" onClick={() => setSaid([])}>Forget what was said</button>
      {there && <ul>{views.map((view) => <li key={view}><One view={view} kind={kind} heard={heard} /></li>)}</ul>}
      <pre id="said">{said.join("\n")}</pre>
    </main>
  );
};

createRoot(document.getElementById("root")!).render(<StrictMode><App /></StrictMode>);
