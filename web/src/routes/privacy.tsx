import { createFileRoute } from "@tanstack/react-router";
import { PrivacyPage } from "@/about/privacy-page";
import { withMessages } from "@/app/guard";

export const Route = createFileRoute("/privacy")({
  beforeLoad: withMessages("about"),
  component: PrivacyPage,
});
