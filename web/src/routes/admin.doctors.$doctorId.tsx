import { createFileRoute } from "@tanstack/react-router";
import { DoctorPage } from "@/admin/doctor-page";

export const Route = createFileRoute("/admin/doctors/$doctorId")({ component: DoctorPage });
