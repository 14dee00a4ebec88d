// A browser that knows no modules cannot run the app: it says so. What is on the page stays.
document.getElementById("notice").hidden = false;
