// On the pages of a draft alone: loads the page again when the server tells that it has built anew.
const told = new EventSource("/reload");
told.addEventListener("message", () => location.reload());
