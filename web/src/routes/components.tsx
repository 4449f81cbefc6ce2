import { createFileRoute } from "@tanstack/react-router";
import { GalleryPage } from "@/gallery/gallery-page";

export const Route = createFileRoute("/components")({ component: GalleryPage });
