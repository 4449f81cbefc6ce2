import { createFileRoute } from "@tanstack/react-router";
import { NewDoctorPage } from "@/admin/new-doctor-page";

export const Route = createFileRoute("/_data/admin/doctors/new")({ component: NewDoctorPage });
