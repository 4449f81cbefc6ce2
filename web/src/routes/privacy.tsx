import { createFileRoute } from "@tanstack/react-router";
import { PrivacyPage } from "@/about/privacy-page";

export const Route = createFileRoute("/privacy")({ component: PrivacyPage });
