// Reads citations as reference managers do, each by what it is, and says what was understood.
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";

const read = (path) => new Cite(readFileSync(path, "utf8")).data;

console.log(JSON.stringify(process.argv.slice(2).map(read)));
