// Language, direction and colours, before anything is drawn. src/language and src/app change them.
(() => {
  const page = document.documentElement;
  let kept = {};
  try {
    kept = {
      language: localStorage.getItem("carelane.language"),
      theme: localStorage.getItem("carelane.theme"),
    };
  } catch {
    // Without storage the browser's own choice holds.
  }
  const wanted = [kept.language, ...navigator.languages].map((it) => (it ?? "").slice(0, 2));
  page.lang = wanted.find((it) => ["en", "de", "ar"].includes(it)) ?? "en";
  page.dir = page.lang === "ar" ? "rtl" : "ltr";
  if (kept.theme === "light" || kept.theme === "dark") {
    page.dataset.theme = kept.theme;
  }
})();
