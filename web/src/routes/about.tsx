import { createFileRoute } from "@tanstack/react-router";
import { AboutPage } from "@/about/about-page";
import { withMessages } from "@/app/guard";

export const Route = createFileRoute("/about")({
  beforeLoad: withMessages("about"),
  component: AboutPage,
});
