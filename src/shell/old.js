// Runs after the loader. Where that has not run, since the browser knows no modules or the file did not come whole, the
// page says so. What is on it stays.
if (!document.getElementById("app").own) document.getElementById("notice").hidden = false;
