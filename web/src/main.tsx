import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { router } from "./app/router";
import { chosenLanguage } from "./language/languages";
import { speak } from "./language/messages";
import { restore } from "./session/session";

// Begun early: most pages wait for it.
restore().catch(() => undefined);

// The page is fetched while its words are.
void router.load();

await speak(chosenLanguage());

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  void navigator.serviceWorker.register("/service-worker.js");
}
