// Stands before the sections, where the parser waits for it and the styles: what is above them is painted before the
// rest, which is long, is read. The loader takes it out. Where that has not run, since the browser knows no modules or
// the file did not come whole, the page says so; what is on it stays.
addEventListener("load", () => {
  if (!document.getElementById("app").own) document.getElementById("notice").hidden = false;
});
