import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Chrono } from "react-chrono";
import "react-chrono/dist/style.css";

const App = ({ events }) => {
  const [kind, setKind] = useState("");
  const kinds = [...new Set(events.map((event) => event.kind))];
  const items = events.filter((event) => !kind || event.kind === kind);
  return (
    <>
      <select id="filter" value={kind} onChange={(event) => setKind(event.target.value)}>
        {["", ...kinds].map((kind) => <option key={kind}>{kind}</option>)}
      </select>
      <Chrono items={items} />
    </>
  );
};

const events = await (await fetch(document.location.search.slice(1))).json();
createRoot(document.getElementById("root")).render(<App events={events} />);
