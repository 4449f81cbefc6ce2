import { createFileRoute } from "@tanstack/react-router";
import { GalleryPage } from "@/gallery/gallery-page";

export const Route = createFileRoute("/_data/components")({ component: GalleryPage });
