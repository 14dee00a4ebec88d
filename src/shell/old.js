// Runs once everything is there. Where the loader has not run, since the browser knows no modules or the file did not
// come whole, the page says so. What is on it stays.
addEventListener("load", () => {
  if (!document.getElementById("app").own) document.getElementById("notice").hidden = false;
});
