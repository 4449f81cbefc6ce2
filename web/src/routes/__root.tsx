import { createRootRoute } from "@tanstack/react-router";
import { Frame } from "@/app/frame";

export const Route = createRootRoute({ component: Frame });
