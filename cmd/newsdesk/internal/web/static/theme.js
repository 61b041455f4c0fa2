// The theme that the reader picked, before the page is drawn.
(function () {
  "use strict";
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  } catch { /* no storage: the system's theme */ }
})();
